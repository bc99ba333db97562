/** A stroke of one pointer over a stage that belongs to a tool and not to the view: the press is taken before the view hears of it. */
import type { Vec2 } from "../math";
import { onNextInput } from "./frame";

/** Keys held as the stroke began. */
export interface StrokeKeys {
  readonly shift: boolean;
  readonly alt: boolean;
}

export interface StrokeOptions {
  /** Whether a press at this pixel is the tool's; else it stays the view's. `reach` is how near is near enough, CSS pixels. */
  readonly wants: (at: Vec2, reach: number) => boolean;
  readonly onStart: (at: Vec2, keys: StrokeKeys) => void;
  /** The newest place, at most once for each frame. */
  readonly onMove: (at: Vec2) => void;
  /** `still`: the pointer went nowhere, so this was a press. */
  readonly onEnd: (still: boolean) => void;
  /** Escape, a second finger, or the pointer was taken away. */
  readonly onCancel: () => void;
}

/** Farther than this a press is a stroke. */
const STILL = 4;
/** How near to a thing a press means it, by pointer. */
export const REACH = { mouse: 12, touch: 22 };
export const reachOf = (event: PointerEvent): number => (event.pointerType === "mouse" ? REACH.mouse : REACH.touch);

/** Attaches to an element that has the stage's size and holds it. Returns the way to take it off, which gives up a stroke under way. */
export function attachStroke(
  node: HTMLElement,
  { wants, onStart, onMove, onEnd, onCancel }: StrokeOptions,
): () => void {
  let stroke: { id: number; from: Vec2; last: Vec2; still: boolean } | null = null;
  const local = (event: PointerEvent): Vec2 => {
    const box = node.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const take = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  const apply = () => {
    if (stroke) onMove(stroke.last);
  };
  const give = (how: "end" | "cancel") => {
    if (!stroke) return;
    const { id, still } = stroke;
    apply();
    stroke = null;
    if (node.hasPointerCapture(id)) node.releasePointerCapture(id);
    if (how === "end") onEnd(still);
    else onCancel();
  };
  const onDown = (event: PointerEvent) => {
    if (stroke && event.pointerId !== stroke.id) {
      give("cancel");
      return;
    }
    const onOther = event.target instanceof Element && event.target.closest('[role="slider"], button, a, input');
    if (event.button !== 0 || !event.isPrimary || onOther || !wants(local(event), reachOf(event))) return;
    take(event);
    const at = local(event);
    stroke = { id: event.pointerId, from: at, last: at, still: true };
    node.setPointerCapture(event.pointerId);
    onStart(at, { shift: event.shiftKey, alt: event.altKey });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerId !== stroke?.id) return;
    take(event);
    stroke.last = local(event);
    if (Math.hypot(stroke.last[0] - stroke.from[0], stroke.last[1] - stroke.from[1]) > STILL) stroke.still = false;
    if (!stroke.still) onNextInput(node, apply);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== stroke?.id) return;
    take(event);
    give("end");
  };
  const onLost = (event: PointerEvent) => {
    if (event.pointerId === stroke?.id) give("cancel");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !stroke) return;
    take(event);
    give("cancel");
  };
  const off = new AbortController();
  const early = { capture: true, signal: off.signal };
  node.addEventListener("pointerdown", onDown, early);
  node.addEventListener("pointermove", onPointerMove, early);
  node.addEventListener("pointerup", onUp, early);
  node.addEventListener("pointercancel", onLost, early);
  node.addEventListener("lostpointercapture", onLost, early);
  addEventListener("keydown", onKey, early);
  return () => {
    give("cancel");
    off.abort();
  };
}
