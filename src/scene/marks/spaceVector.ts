import { norm3, sub3, type Vec3 } from "../../math";
import { clipEdge } from "../boxClip";
import { boxOf, type Camera3d, pixelOf } from "../camera3d";
import { fractionSeenAt } from "../lineOrder";
import { type Edge, type SolidLook, splitEdge } from "../solid";

/** CSS pixels. */
const HEAD = 12;
const WING = 5.4;
const WIDTH = 3.2;
const DOT = 3.5;

/**
 * An arrow in space whose head is as long on screen whatever its distance; one seen from its end shrinks to its head, one of no length
 * is a dot, and of one whose tip is outside the box the shaft is drawn as far as the box.
 */
export function spaceVector(camera: Camera3d, from: Vec3, to: Vec3, look: SolidLook): readonly Edge[] {
  const bold = { width: WIDTH, ...look };
  const size = Math.max(0.6, Math.min(1, (bold.width ?? WIDTH) / WIDTH));
  if (!(norm3(sub3(to, from)) > 0)) return [{ kind: "edge", from: to, to, look, taper: [DOT * size, DOT * size] }];
  const whole: Edge = { kind: "edge", from, to, look: bold };
  const inside = clipEdge(boxOf(camera), whole);
  if (!inside) return [];
  // Cut at its far end: the tip is not in the picture.
  if (inside.to !== to) return [inside];
  const [a, b] = [pixelOf(camera, inside.from).at, pixelOf(camera, to).at];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length <= HEAD * size) {
    const wing = WING * size * Math.max(0.35, length / (HEAD * size));
    return [{ ...inside, taper: [wing, length < 1 ? wing : 0] }];
  }
  const [shaft, head] = splitEdge(inside, fractionSeenAt(camera, inside, 1 - (HEAD * size) / length));
  return [shaft, { ...head, taper: [WING * size, 0] }];
}
