/** Space as the output of a 3 × 2, which lays the plane into it. */
import { apply3, type Vec3 } from "../../../math";
import type { Camera3d } from "../../../scene/camera3d";
import { spaceParallelogram } from "../../../scene/marks/spaceCube";
import { ellipsoidSections, spaceEllipsoid } from "../../../scene/marks/spaceEllipsoid";
import { spaceVector } from "../../../scene/marks/spaceVector";
import { axisLabels, backdrop, movedGrid } from "./backdrop";
import { columnOf } from "./embedded";
import { fibreImages } from "./fibres3";
import { tipLabel } from "./labels";
import { COLUMN_LOOKS, COLUMN_NAMES, LOOKS } from "./looks";
import { readingLabels, wayParts } from "./readingParts";
import type { Parts, SceneOf } from "./sceneOf";
import { subspaceLabels, subspaces } from "./subspaces";

const O: Vec3 = [0, 0, 0];

/** What lies in it, back to front, and its names. */
export function tallScene(camera: Camera3d, scene: SceneOf): Parts {
  const { now, x, reading, show, spacing } = scene;
  const columns = [columnOf(now, 0), columnOf(now, 1)] as const;
  const ax = apply3(now, x);
  return {
    solids: [
      ...backdrop(camera),
      ...(show.grid ? movedGrid(camera, now, 2) : []),
      ...subspaces(camera, scene),
      ...(show.fibres ? fibreImages(reading, spacing, now) : []),
      ...(show.area ? spaceParallelogram(...columns, LOOKS.face, LOOKS.faceEdge) : []),
      ...(show.circle ? ellipsoidSections(camera, now, LOOKS.sectionFront, LOOKS.sectionBack) : []),
      ...(scene.way ? wayParts(camera, scene.way) : []),
      ...spaceVector(camera, O, ax, LOOKS.ax),
      ...columns.flatMap((to, j) => spaceVector(camera, O, to, COLUMN_LOOKS[j] ?? LOOKS.i)),
    ],
    outlines: show.circle ? [spaceEllipsoid(camera, now, LOOKS.ellipsoid)] : [],
    handles: [...columns, ax],
    tips: [...columns, ax],
    labels: [
      ...columns.map((to, j) => tipLabel(camera, COLUMN_NAMES[j] ?? "", COLUMN_LOOKS[j] ?? LOOKS.i, to)),
      tipLabel(camera, "Ax", LOOKS.ax, ax),
      ...readingLabels(camera, scene),
      ...subspaceLabels(camera, scene),
      ...axisLabels(camera),
    ],
  };
}
