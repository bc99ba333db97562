/** Finding the point under the pointer: hover tells, a press without a move chooses. */
import type { Vec2 } from "../../../math";
import { onNextInput } from "../../../scene/frame";
import { nearestPoint } from "../../../scene/splat";
import type { View2d } from "../../../scene/view2d";

const REACH = 14;
/** A press that wanders further than this is a pan. */
const STILL = 4;

export interface PickOptions {
  readonly view: () => View2d;
  readonly points: () => Float32Array;
  /** Index of the point, −1 for none. */
  readonly onHover: (index: number) => void;
  readonly onPick: (index: number) => void;
}

/** Listens on the element around a stage. Returns the way to stop. */
export function attachPick(node: HTMLElement, { view, points, onHover, onPick }: PickOptions): () => void {
  let down: Vec2 | null = null;
  const local = (event: PointerEvent): Vec2 => {
    const box = node.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const at = (event: PointerEvent) => nearestPoint(view(), points(), local(event), REACH);
  const onMove = (event: PointerEvent) => {
    if (event.buttons === 0) onNextInput(node, () => onHover(at(event)));
  };
  const onDown = (event: PointerEvent) => {
    down = event.button === 0 ? local(event) : null;
  };
  const onUp = (event: PointerEvent) => {
    const [x, y] = local(event);
    const still = down && Math.hypot(x - down[0], y - down[1]) <= STILL;
    down = null;
    const index = still ? at(event) : -1;
    if (index >= 0) onPick(index);
  };
  const onLeave = () => onHover(-1);
  node.addEventListener("pointermove", onMove);
  node.addEventListener("pointerdown", onDown);
  node.addEventListener("pointerup", onUp);
  node.addEventListener("pointerleave", onLeave);
  return () => {
    node.removeEventListener("pointermove", onMove);
    node.removeEventListener("pointerdown", onDown);
    node.removeEventListener("pointerup", onUp);
    node.removeEventListener("pointerleave", onLeave);
  };
}
