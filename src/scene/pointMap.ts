/** Where the points of a cloud land on the frame, as a few numbers: the cloud's own motion, the view and the device pixels folded into one map, so that a moving cloud is never copied. */
import { apply3, IDENTITY2, type Mat2, type Mat3, multiply3, scale3 } from "../math";
import type { Camera3d } from "./camera3d";
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

/** A point p lands on the pixel middle + (right·p, −up·p) / w with w = 1 − depth · perEye, where depth = toward·p; all are [a, b, c, shift]. */
export interface SpaceMap {
  /** Device pixels at the target's depth. */
  readonly right: readonly [number, number, number, number];
  readonly down: readonly [number, number, number, number];
  /** World units toward the reader, from the target. */
  readonly toward: readonly [number, number, number, number];
  readonly middle: readonly [number, number];
  /** One over the eye's distance; 0 is orthographic. */
  readonly perEye: number;
  /** World units from the target to the nearer edge of the frame: the depth over which points grow fainter. */
  readonly reach: number;
}

/** Space moved by `move`, seen by `camera`, in device pixels of `ratio` to a CSS pixel. */
export function spaceMap(camera: Camera3d, move?: Mat3, ratio = 1): SpaceMap {
  const { width, height, rotation, target, unit, eye } = camera;
  const turn = move ? multiply3(rotation, move) : rotation;
  const shift = scale3(-1, apply3(rotation, target));
  const s = unit * ratio;
  return {
    right: [turn[0] * s, turn[1] * s, turn[2] * s, shift[0] * s],
    down: [-turn[3] * s, -turn[4] * s, -turn[5] * s, -shift[1] * s],
    toward: [turn[6], turn[7], turn[8], shift[2]],
    middle: [(width / 2) * ratio, (height / 2) * ratio],
    perEye: 1 / eye,
    reach: Math.max(1, Math.min(width, height)) / (2 * unit),
  };
}
