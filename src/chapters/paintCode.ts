/** A snippet's lines as nodes that follow it in place, so that a drag renders nothing in React. */
import { forget, markDirty } from "../scene/frame";
import { listen } from "../scene/listen";
import type { Source } from "../scene/source";
import type { CodeLine } from "./code";

/** Lines shown at most; the copy has them all. */
const MOST = 300;
/** Characters beyond which the lines follow only once nothing has changed for a moment. */
const LONG = 20_000;
const MOMENT_MS = 250;

/** What is pointed at, as all parts of a chapter share it. */
export type Lit = Source<string | null> & { set(name: string | null): void };

function shownLines(lines: readonly CodeLine[]): readonly CodeLine[] {
  if (lines.length <= MOST) return lines;
  return [...lines.slice(0, MOST), { text: `# … ${lines.length - MOST} further lines are in the copy` }];
}

/**
 * Keeps `node`'s children the lines of the snippet. Lines that make something light it while they are pointed at or have the focus, and are lit with it;
 * one of them is in the tab order, and the arrow keys go from one to the next. Returns the way to stop.
 */
export function attachCode(node: HTMLElement, code: Source<readonly CodeLine[]>, lit?: Lit): () => void {
  const rows = () => [...node.children] as HTMLElement[];
  const makers = () => rows().filter((row) => row.dataset.about !== undefined);
  let long = false;
  const light = () => {
    const name = lit?.get() ?? null;
    for (const row of rows()) row.toggleAttribute("data-lit", name !== null && row.dataset.about === name);
  };
  const paint = () => {
    const lines = shownLines(code.get());
    while (node.childElementCount > lines.length) node.lastElementChild?.remove();
    lines.forEach(({ text, about }, k) => {
      const row = (node.children[k] ?? node.appendChild(document.createElement("span"))) as HTMLElement;
      if (row.textContent !== text) row.textContent = text;
      if (row.dataset.about === about) return;
      if (about === undefined) {
        delete row.dataset.about;
        row.removeAttribute("tabindex");
      } else row.dataset.about = about;
    });
    long = lines.reduce((sum, { text }) => sum + text.length, 0) > LONG;
    if (lit) enter(makers().find((row) => row.tabIndex === 0) ?? makers()[0]);
    light();
  };
  /** Makes this line the one that Tab comes to. */
  const enter = (chosen: HTMLElement | undefined) => {
    for (const row of makers()) row.tabIndex = row === chosen ? 0 : -1;
  };
  let waiting = 0;
  const follow = () => {
    if (!long) return markDirty(paint);
    clearTimeout(waiting);
    waiting = window.setTimeout(paint, MOMENT_MS);
  };
  const rowOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>("[data-about]") : null;
  const point = ({ target }: Event) => lit?.set(rowOf(target)?.dataset.about ?? null);
  // Not on pointerleave, which comes only after React has told the next thing that it is pointed at.
  const leave = () => lit?.set(null);
  const focus = (event: Event) => {
    enter(rowOf(event.target) ?? undefined);
    point(event);
  };
  const onKey = (event: KeyboardEvent) => {
    const all = makers();
    const at = all.indexOf(event.target as HTMLElement);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const to = places[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
  };
  paint();
  const stops = [
    code.subscribe(follow),
    lit?.subscribe(() => markDirty(light)),
    listen(node, { pointerover: point, pointerout: leave, focusin: focus, focusout: leave, keydown: onKey }),
  ];
  return () => {
    for (const stop of stops) stop?.();
    clearTimeout(waiting);
    forget(paint);
    forget(light);
    leave();
  };
}
