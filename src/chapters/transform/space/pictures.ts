import { spaceStep } from "../../../scene/marks/spaceGrid";
import { light } from "../../../scene/shape";
import { derive } from "../../../scene/source";
import { source } from "../../../state/source";
import { lit } from "../sources";
import { planeShapes } from "./planeScene";
import { spaceShapes } from "./scene";
import type { SceneOf, Shown } from "./sceneOf";
import {
  camera,
  dataRoot,
  iterates,
  lambda3,
  name3,
  planeView,
  progress,
  reading3,
  readingName,
  shape,
  shown3,
  way,
  wrong3,
  x3,
} from "./sources";

const show = derive(
  [
    source((s) => s.transform.showGrid),
    source((s) => s.transform.showCircle),
    source((s) => s.transform.showEigen),
    source((s) => s.transform.showArea),
    source((s) => s.transform.showInverse),
    source((s) => s.transform.showCovariance),
    source((s) => s.transform.showFibres),
  ],
  (grid, circle, eigen, area, inverse, covariance, fibres): Shown => ({
    grid,
    circle,
    eigen,
    area,
    inverse,
    covariance,
    fibres,
  }),
);

/** Half of the grid's step, so that fibres keep their distance on the screen. */
const spacing = derive([camera], (seen) => spaceStep(seen) / 2);

const scene = derive(
  [shape, name3, shown3, x3, reading3, readingName, progress, lambda3, way, iterates, dataRoot, wrong3, spacing, show],
  (now, name, matrix, x, reading, reads, t, lambda, corners, path, root, wrong, apart, shown): SceneOf => ({
    shape: now,
    name,
    now: matrix,
    x,
    reading,
    readingName: reads,
    progress: t,
    lambda,
    way: corners,
    iterates: path,
    dataRoot: root,
    wrong,
    spacing: apart,
    show: shown,
  }),
);

const spaceDrawn = derive([camera, scene], spaceShapes);
const planeDrawn = derive([planeView, scene], planeShapes);
/** What the stage of space shows now, and the stage of the plane beside it. */
export const spaceShapesNow = derive([spaceDrawn, lit], light);
export const planeShapesNow = derive([planeDrawn, lit], light);
