/** Space under a 3 × 3, its image over it. */
import { apply3, det3, IDENTITY3, inverse3, multiply3, type Vec3 } from "../../../math";
import type { Camera3d } from "../../../scene/camera3d";
import { spaceCube } from "../../../scene/marks/spaceCube";
import { ellipsoidSections, spaceEllipsoid } from "../../../scene/marks/spaceEllipsoid";
import { spaceVector } from "../../../scene/marks/spaceVector";
import type { Shape } from "../../../scene/shape";
import type { Solid } from "../../../scene/solid";
import { axisLabels, backdrop, movedGrid } from "./backdrop";
import { eigenLabels, eigenParts } from "./eigenspaces";
import { columnOf } from "./embedded";
import { errorLabels, errorOutlines, errorSolids } from "./errorParts";
import { fibreImages, fibreSolids } from "./fibres3";
import { iterateSolids, iteratesName } from "./iterateParts";
import { tipLabel } from "./labels";
import { BASIS_NAMES, COLUMN_LOOKS, LOOKS } from "./looks";
import { readingLabels, readingParts, wayParts } from "./readingParts";
import type { Parts, SceneOf } from "./sceneOf";
import { subspaceLabels, subspaces } from "./subspaces";

const O: Vec3 = [0, 0, 0];
const AXES = [0, 1, 2] as const;

/** What lies in it, back to front, and its names. */
export function squareScene(camera: Camera3d, scene: SceneOf): Parts {
  const { name, now, x, reading, show, spacing, wrong } = scene;
  const columns = AXES.map((j) => columnOf(now, j));
  const ax = apply3(now, x);
  const [face, edge] = det3(now) < 0 ? [LOOKS.faceFlipped, LOOKS.faceEdgeFlipped] : [LOOKS.face, LOOKS.faceEdge];
  const solids: readonly Solid[] = [
    ...backdrop(camera),
    ...(show.grid ? movedGrid(camera, now, 3) : []),
    ...subspaces(camera, scene),
    ...(show.fibres ? [...fibreSolids(camera, reading, spacing), ...fibreImages(reading, spacing, now)] : []),
    ...(show.area ? spaceCube(now, face, edge) : []),
    ...(show.circle ? ellipsoidSections(camera, now, LOOKS.sectionFront, LOOKS.sectionBack) : []),
    ...eigenParts(camera, scene),
    ...readingParts(camera, scene),
    ...(scene.way ? wayParts(camera, scene.way) : []),
    ...iterateSolids(scene.iterates),
    ...errorSolids(camera, scene),
    ...spaceVector(camera, O, x, LOOKS.x),
    ...spaceVector(camera, O, ax, LOOKS.ax),
    ...columns.flatMap((to, j) => spaceVector(camera, O, to, COLUMN_LOOKS[j] ?? LOOKS.i)),
  ];
  return {
    solids,
    outlines: outlines(camera, scene),
    handles: [...columns, x, ax, ...(wrong ? [wrong.wrongB] : [])],
    tips: [...columns, x, ax],
    labels: [
      ...columns.map((to, j) => tipLabel(camera, `${name}${BASIS_NAMES[j]}`, COLUMN_LOOKS[j] ?? LOOKS.i, to)),
      tipLabel(camera, "x", LOOKS.x, x),
      tipLabel(camera, scene.iterates.length > 1 ? iteratesName(name) : `${name}x`, LOOKS.ax, ax),
      ...errorLabels(camera, scene),
      ...eigenLabels(camera, scene),
      ...readingLabels(camera, scene),
      ...subspaceLabels(camera, scene),
      ...axisLabels(camera),
    ],
  };
}

/** The bodies: the sphere and its image, and those of the inverse, the data and the errors. */
function outlines(camera: Camera3d, scene: SceneOf): readonly Shape[] {
  const { now, reading, show, dataRoot } = scene;
  const inverse = show.inverse ? inverse3(reading.matrix) : null;
  return [
    ...(show.circle
      ? [spaceEllipsoid(camera, IDENTITY3, LOOKS.sphere), spaceEllipsoid(camera, now, LOOKS.ellipsoid)]
      : []),
    ...(inverse ? [spaceEllipsoid(camera, inverse, LOOKS.inverse)] : []),
    ...(show.covariance && dataRoot ? [spaceEllipsoid(camera, multiply3(now, dataRoot), LOOKS.covariance)] : []),
    ...errorOutlines(camera, scene),
  ];
}
