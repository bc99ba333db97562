/** The cut in the spectrum as a slider: pointer, touch and keyboard, without React. */
import { onNextInput } from "../../../scene/frame";

export interface CutOptions {
  readonly rank: () => number;
  readonly most: () => number;
  /** Pixels from the left edge to where rank k cuts, and back. */
  readonly place: (k: number) => number;
  readonly rankAt: (x: number) => number;
  readonly onStart: () => void;
  readonly onMove: (k: number) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

/** Where a key takes rank k: one layer, ten with Shift or Page, the ends with Home and End; undefined for other keys. */
export function keyRank(key: string, shift: boolean, k: number, most: number): number | undefined {
  const step = shift ? 10 : 1;
  const goals: Record<string, number> = {
    ArrowLeft: k - step,
    ArrowDown: k - step,
    ArrowRight: k + step,
    ArrowUp: k + step,
    PageDown: k - 10,
    PageUp: k + 10,
    Home: 0,
    End: most,
  };
  const goal = Object.hasOwn(goals, key) ? goals[key] : undefined;
  return goal === undefined ? undefined : Math.max(0, Math.min(most, goal));
}

/** Attaches the gesture to the handle `node`; a press of the mouse elsewhere on `surface` brings the cut there. Returns the way to take it off. */
export function attachCut(node: SVGElement, surface: SVGElement, options: CutOptions): () => void {
  let drag: { pointer: number; grab: number; last: number } | null = null;
  let keyGesture = false;
  const local = (event: PointerEvent) => event.clientX - surface.getBoundingClientRect().left;
  const apply = () => {
    if (drag) options.onMove(options.rankAt(drag.last - drag.grab));
  };
  const endKeys = () => {
    if (!keyGesture) return;
    keyGesture = false;
    options.onEnd();
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || drag) return;
    const held = event.target instanceof Node && node.contains(event.target);
    // A finger beside the handle may be about to scroll the page.
    if (!held && event.pointerType === "touch") return;
    event.preventDefault();
    endKeys();
    node.focus({ preventScroll: true });
    surface.setPointerCapture(event.pointerId);
    const at = local(event);
    drag = { pointer: event.pointerId, grab: held ? at - options.place(options.rank()) : 0, last: at };
    node.dataset.dragging = "true";
    options.onStart();
    if (!held) apply();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    drag.last = local(event);
    onNextInput(node, apply);
  };
  const release = () => {
    drag = null;
    delete node.dataset.dragging;
  };
  const onUp = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    apply();
    release();
    options.onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && (drag || keyGesture)) {
      event.preventDefault();
      keyGesture = false;
      release();
      options.onCancel();
      return;
    }
    const goal = keyRank(event.key, event.shiftKey, options.rank(), options.most());
    if (goal === undefined) return;
    event.preventDefault();
    if (!keyGesture) {
      keyGesture = true;
      options.onStart();
    }
    options.onMove(goal);
  };
  const pairs: readonly [EventTarget, string, (event: never) => void][] = [
    [surface, "pointerdown", onDown],
    [surface, "pointermove", onPointerMove],
    [surface, "pointerup", onUp],
    [surface, "pointercancel", onUp],
    [node, "keydown", onKeyDown],
    [node, "keyup", endKeys],
    [node, "blur", endKeys],
  ];
  for (const [target, type, listener] of pairs) target.addEventListener(type, listener as EventListener);
  return () => {
    for (const [target, type, listener] of pairs) target.removeEventListener(type, listener as EventListener);
  };
}
