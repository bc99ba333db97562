/** Where the points of a cloud land on the frame, as a few numbers: the cloud's own motion, the view and the device pixels folded into one map, so that a moving cloud is never copied. */
import { IDENTITY2, type Mat2 } from "../math";
import type { View2d } from "./view2d";

/** [a b e; c d f] by rows: a point (x, y) lands on pixel (ax + by + e, cx + dy + f). */
export type PlaneMap = readonly [number, number, number, number, number, number];

/** The plane moved by `move`, seen through `view`, in device pixels of `ratio` to a CSS pixel. */
export function planeMap({ width, height, centre, unit }: View2d, move: Mat2 = IDENTITY2, ratio = 1): PlaneMap {
  const s = unit * ratio;
  return [
    move[0] * s,
    move[1] * s,
    (width / 2 - centre[0] * unit) * ratio,
    -move[2] * s,
    -move[3] * s,
    (height / 2 + centre[1] * unit) * ratio,
  ];
}
