type Hears = { readonly [K in keyof GlobalEventHandlersEventMap]?: (event: GlobalEventHandlersEventMap[K]) => void };

/** Puts listeners on a node, each of which may keep the event from the page. Returns the way to take all of them off. */
export function listen(node: Element, hears: Hears): () => void {
  const off = new AbortController();
  for (const [type, hear] of Object.entries(hears))
    node.addEventListener(type, hear as EventListener, { passive: false, signal: off.signal });
  return () => off.abort();
}
