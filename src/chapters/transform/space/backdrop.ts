/** The axes and grids of space: as they lie, and as A moves them. */
import { IDENTITY3, type Mat3 } from "../../../math";
import { type Camera3d, pixelOf } from "../../../scene/camera3d";
import type { Label } from "../../../scene/marks/placeLabels";
import { axisEnd, spaceAxes, spaceGrid } from "../../../scene/marks/spaceGrid";
import type { Solid } from "../../../scene/solid";
import { LOOKS } from "./looks";

const FLOOR: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 0];
/** Not x, y and z: x is the vector. */
const AXIS_NAMES = ["x₁", "x₂", "x₃"] as const;

/** The floor and the axes, which stay. */
export const backdrop = (camera: Camera3d): readonly Solid[] => [
  ...spaceGrid(camera, FLOOR, [0, 1], LOOKS.ghost),
  ...spaceAxes(camera, IDENTITY3, LOOKS.axes),
];

/** Lines of the moved grid on each side: enough to see where it goes, few enough to see through. */
const MOVED = 2;

/** The grid and the axes under A. */
export function movedGrid(camera: Camera3d, now: Mat3, cols: 2 | 3): readonly Solid[] {
  const floor = spaceGrid(camera, now, [0, 1], LOOKS.floor, MOVED);
  if (cols === 2) return [...floor, ...spaceAxes(camera, now, LOOKS.movedAxes, [0, 1], MOVED)];
  return [
    ...floor,
    ...spaceGrid(camera, now, [0, 2], LOOKS.walls, MOVED),
    ...spaceGrid(camera, now, [1, 2], LOOKS.walls, MOVED),
    ...spaceAxes(camera, now, LOOKS.movedAxes, [0, 1, 2], MOVED),
  ];
}

/** The names of the coordinates, at the ends of their axes. */
export const axisLabels = (camera: Camera3d): readonly Label[] =>
  ([0, 1, 2] as const).map((k) => ({
    name: "axes",
    text: AXIS_NAMES[k],
    tone: "muted",
    near: pixelOf(camera, axisEnd(camera, k)).at,
    size: 14,
  }));
