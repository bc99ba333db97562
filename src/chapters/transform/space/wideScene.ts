/** Space as the input of a 2 × 3, which brings it down to the plane. */
import { IDENTITY3, type Vec3 } from "../../../math";
import type { Camera3d } from "../../../scene/camera3d";
import { spaceCube } from "../../../scene/marks/spaceCube";
import { ellipsoidSections, spaceEllipsoid } from "../../../scene/marks/spaceEllipsoid";
import { spaceVector } from "../../../scene/marks/spaceVector";
import { axisLabels, backdrop } from "./backdrop";
import { columnOf } from "./embedded";
import { fibreSolids } from "./fibres3";
import { tipLabel } from "./labels";
import { BASIS_NAMES, COLUMN_LOOKS, LOOKS } from "./looks";
import type { Parts, SceneOf } from "./sceneOf";
import { subspaceLabels, subspaces } from "./subspaces";

const O: Vec3 = [0, 0, 0];

/** What lies in it, back to front, and its names. */
export function wideScene(camera: Camera3d, scene: SceneOf): Parts {
  const { x, reading, show, spacing } = scene;
  const basis = ([0, 1, 2] as const).map((j) => columnOf(IDENTITY3, j));
  return {
    solids: [
      ...backdrop(camera),
      ...subspaces(camera, scene),
      ...(show.fibres ? fibreSolids(camera, reading, spacing) : []),
      ...(show.area ? spaceCube(IDENTITY3, LOOKS.face, LOOKS.faceEdge) : []),
      ...(show.circle ? ellipsoidSections(camera, IDENTITY3, LOOKS.sectionFront, LOOKS.sectionBack) : []),
      ...spaceVector(camera, O, x, LOOKS.x),
      ...basis.flatMap((to, j) => spaceVector(camera, O, to, COLUMN_LOOKS[j] ?? LOOKS.i)),
    ],
    outlines: show.circle ? [spaceEllipsoid(camera, IDENTITY3, LOOKS.ellipsoid)] : [],
    handles: [x],
    tips: [x, ...basis],
    labels: [
      tipLabel(camera, "x", LOOKS.x, x),
      ...basis.map((to, j) => tipLabel(camera, BASIS_NAMES[j] ?? "", COLUMN_LOOKS[j] ?? LOOKS.i, to)),
      ...subspaceLabels(camera, scene),
      ...axisLabels(camera),
    ],
  };
}
