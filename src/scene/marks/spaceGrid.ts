import { add3, apply3, type Mat3, scale3, type Vec3 } from "../../math";
import { type Camera3d, reachOf, spanOfCamera } from "../camera3d";
import type { Edge, SolidLook } from "../solid";
import { fadingLine } from "../spacePicture";
import { roundStep } from "../view2d";

/** Lines on each side of the middle. */
const LINES = 4;

/** World units between the lines of a grid in space. */
export const spaceStep = (camera: Camera3d): number => roundStep(spanOfCamera(camera) / 9);

const AXES: readonly [Vec3, Vec3, Vec3] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** The image under `a` of a square grid about the origin in the plane of two of the axes (0, 1, 2), cut so that it fades with depth. */
export function spaceGrid(
  camera: Camera3d,
  a: Mat3,
  [p, q]: readonly [0 | 1 | 2, 0 | 1 | 2],
  look: SolidLook,
  lines = LINES,
): readonly Edge[] {
  const step = spaceStep(camera);
  const [u, v] = [apply3(a, scale3(step, AXES[p])), apply3(a, scale3(step, AXES[q]))];
  const parts: Edge[] = [];
  for (const [along, across] of [
    [u, v],
    [v, u],
  ] as const)
    for (let k = -lines; k <= lines; k++) {
      if (k === 0) continue;
      const side = scale3(k, across);
      parts.push(...fadingLine(add3(side, scale3(-lines, along)), add3(side, scale3(lines, along)), look, 4));
    }
  return parts;
}

/** The images under `a` of the coordinate axes, as far as the grid on either side. */
export function spaceAxes(
  camera: Camera3d,
  a: Mat3,
  look: SolidLook,
  which: readonly (0 | 1 | 2)[] = [0, 1, 2],
  lines = LINES,
): readonly Edge[] {
  const far = spaceStep(camera) * lines;
  return which.flatMap((k) => {
    const end = apply3(a, scale3(far, AXES[k]));
    return fadingLine(scale3(-1, end), end, look, 4);
  });
}

/** Where an axis' name stands. */
export const axisEnd = (camera: Camera3d, k: 0 | 1 | 2): Vec3 =>
  scale3(Math.min(spaceStep(camera) * LINES, reachOf(camera)), AXES[k]);
