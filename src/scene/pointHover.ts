/** Which point the pointer is over, and which one was pressed: without React, and without taking the pan's gestures. */
import type { Vec2 } from "../math";
import { onNextInput } from "./frame";
import { listen } from "./listen";

/** The row that is meant at a pixel of the stage, or within `reach` of it (CSS pixels); −1 for none. */
export type PointFinder = (pixel: Vec2, reach: number) => number;

export interface PointHoverOptions {
  readonly find: PointFinder;
  /** Row under the pointer, −1 for none. */
  readonly onHover: (row: number) => void;
  /** A press that moved nothing: the row under it, −1 for none. */
  readonly onPick: (row: number) => void;
}

const REACH = { mouse: 12, touch: 22 };
/** A press that travels further is a pan. */
const STILL = 4;

/** Attaches to an element that has the stage's size. Returns the way to take it off. */
export function attachPointHover(node: HTMLElement, { find, onHover, onPick }: PointHoverOptions): () => void {
  let pressed: { x: number; y: number } | null = null;
  const under = (event: PointerEvent) => {
    const box = node.getBoundingClientRect();
    const reach = event.pointerType === "mouse" ? REACH.mouse : REACH.touch;
    return find([event.clientX - box.left, event.clientY - box.top], reach);
  };
  const onHandle = (event: PointerEvent) =>
    event.target instanceof Element && event.target.closest('[role="slider"]') !== null;
  const onMove = (event: PointerEvent) => {
    if (event.pointerType !== "mouse") return;
    onNextInput(node, () => onHover(event.buttons !== 0 || onHandle(event) ? -1 : under(event)));
  };
  const onDown = (event: PointerEvent) => {
    pressed = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
  };
  const onUp = (event: PointerEvent) => {
    const still = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <= STILL;
    pressed = null;
    if (still && !onHandle(event)) onPick(under(event));
  };
  const onLeave = () => onNextInput(node, () => onHover(-1));
  const stop = listen(node, { pointermove: onMove, pointerdown: onDown, pointerup: onUp, pointerleave: onLeave });
  return () => {
    onHover(-1);
    stop();
  };
}
