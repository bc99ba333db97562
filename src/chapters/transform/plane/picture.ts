/** The plane's picture as sources of shapes, from the ground up: each layer follows only what it shows. */
import { placeLabels } from "../../../scene/marks/placeLabels";
import { light, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { source } from "../../../state/source";
import {
  deviations,
  error,
  inverse,
  iterated,
  kernel,
  kind,
  later,
  lit,
  name,
  progress,
  reading,
  shown,
  total,
  vectors,
  view,
  wrong,
  x,
} from "../sources";
import { movedGround, stillGround } from "./ground";
import { eigenShapes } from "./lines";
import { planeLabels } from "./names";
import { vectorShapes } from "./vectors";

const flag = (key: "showGrid" | "showCircle" | "showArea" | "showEigen" | "showInverse" | "showFibres") =>
  source((state) => state.transform[key]);
const showEigen = flag("showEigen");
const NONE: readonly Shape[] = [];

const ground = derive(
  [flag("showGrid"), flag("showCircle"), flag("showArea"), flag("showInverse"), inverse, deviations, kind],
  (grid, circle, area, showInverse, undone, spread, reads) => ({
    // Level lines are a grid of their own.
    grid: grid && reads !== "rows",
    circle,
    area,
    inverse: showInverse ? undone : null,
    deviations: spread,
  }),
);
const still = derive([view], stillGround);
const moved = derive([view, shown, ground], movedGround);
const rows = derive([later, view, total, x, progress, kind], (marks, v, a, at, t, reads) =>
  marks && reads === "rows" ? marks.rowShapes(v, a, at, t) : NONE,
);
const crushed = derive([later, view, kernel], (marks, v, k) => marks?.kernelShapes(v, k) ?? NONE);
const sets = derive([later, view, total, shown, flag("showFibres")], (marks, v, a, m, on) =>
  marks && on ? marks.fibreShapes(v, a, m) : NONE,
);
const eigen = derive([view, reading, x, showEigen], (v, r, at, on) => (on ? eigenShapes(v, r, at) : NONE));
const trail = derive([later, view, iterated], (marks, v, all) => marks?.iterateShapes(v, all) ?? NONE);
const mistakes = derive([later, view, total, x, error, wrong], (marks, ...of) => marks?.errorShapes(...of) ?? NONE);
const parts = derive([later, view, total, x, kind, progress], (marks, ...of) => marks?.termShapes(...of) ?? NONE);
const arrows = derive([view, shown, x, vectors], vectorShapes);
const words = derive(
  [later, view, shown, total, name, x, vectors, reading, kernel, kind, progress, showEigen, wrong, iterated],
  (marks, v, m, a, called, at, more, r, k, reads, t, withEigen, w, all) => {
    const { labels, taken, strokes } = planeLabels({
      laterNames: marks?.laterNames,
      view: v,
      m,
      total: a,
      name: called,
      x: at,
      more,
      reading: r,
      kernel: k,
      kind: reads,
      t,
      showEigen: withEigen,
      wrong: w,
      iterated: all,
    });
    return placeLabels(labels, taken, v, strokes);
  },
);

const lightable = (shapes: Source<readonly Shape[]>) => derive([shapes, lit], light);

/** Bottom to top. */
export const LAYERS: readonly Source<readonly Shape[]>[] = [
  still,
  ...[moved, rows, crushed, sets, eigen, trail, mistakes, parts, arrows].map(lightable),
  words,
];

export const planeShapes = (): readonly Shape[] => LAYERS.flatMap((layer) => layer.get());
