/** As planeMap.ts, for a cloud in space: its motion, the camera and the device pixels as one map. */
import { apply3, type Mat3, multiply3, scale3 } from "../math";
import type { Camera3d } from "./camera3d";

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
