import { type RefObject, useLayoutEffect } from "react";

/** Attaches gestures to a node while it is mounted; each returns the way to take it off. The list must be stable. */
export function useAttached<E extends Element>(
  ref: RefObject<E | null>,
  gestures: readonly ((node: E) => () => void)[],
): void {
  useLayoutEffect(() => {
    const node = ref.current;
    if (!node) return;
    const stops = gestures.map((attach) => attach(node));
    return () => {
      for (const stop of stops) stop();
    };
  }, [ref, gestures]);
}
