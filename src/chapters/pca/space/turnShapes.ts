/** The plane on its way as shapes: the features' axes turn along, and the components come to lie on the picture's own. */
import { eigh2, type Vec2 } from "../../../math";
import { axisTicks, tickStrips } from "../../../scene/marks/axisTicks";
import { cross, dots } from "../../../scene/marks/dots";
import { ellipse } from "../../../scene/marks/ellipse";
import { grid } from "../../../scene/marks/grid";
import { line } from "../../../scene/marks/line";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { vector } from "../../../scene/marks/vector";
import { joined, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { toPixel, type View2d } from "../../../scene/view2d";
import { percent, REACH, usedNames } from "../plane";
import { vector as nameOf } from "../sentence";
import { features, model, pair, showEllipse, told } from "../sources";
import { shortened } from "./axes3";
import { covarianceIn, longestFeatures } from "./frames";
import { turn } from "./sources";
import { frame2, turnPoints, turnTips, turnView, way2 } from "./turnSources";

const O: Vec2 = [0, 0];
const STILL = [1, 0, 0, 1] as const;
/** Axes of features that are drawn, and named. */
const MOST_AXES = 12;
/** Pixels under which an arrow points at the reader, and a name beside it would be in the way. */
const SHORT = 9;
/** An axis of a feature, as a part of the shorter half of the stage. */
const PART = 0.62;

export const turnUnder: Source<readonly Shape[]> = derive([turnView], (v) => {
  const look = { name: "axes", tone: "axis", width: 1.4 };
  return [
    grid(v, STILL, { name: "grid", tone: "grid-ghost" }),
    ...joined([line(v, O, [1, 0], look), line(v, O, [0, 1], look)]),
  ];
});

/** The rows of F: where a step along each feature leads in the picture. */
const axes = derive([model, features, way2, frame2, turnView], (m, names, way, frame, v) => {
  if (!m || !way || !frame) return [];
  const length = (PART * Math.min(v.width, v.height)) / 2 / v.unit;
  const used = usedNames(m, names);
  return longestFeatures(way.at(0), way.to, MOST_AXES).map((j) => ({
    name: used[j] ?? "",
    tip: [length * (frame.data[2 * j] ?? 0), length * (frame.data[2 * j + 1] ?? 0)] as Vec2,
  }));
});

const spread = derive([turnView, model, frame2, showEllipse], (v, m, frame, on): readonly Shape[] => {
  if (!m || !frame || !on) return [];
  const [p = 0, q = 0, , r = 0] = covarianceIn(m, frame);
  const { values, vectors } = eigh2([p, q, q, r]);
  const [a, b] = [REACH * Math.sqrt(Math.max(0, values[0])), REACH * Math.sqrt(Math.max(0, values[1]))];
  const root = [vectors[0] * a, vectors[1] * b, vectors[2] * a, vectors[3] * b] as const;
  return [ellipse(v, root, { name: "ellipse", tone: "eigen", opacity: 0.75 })];
});

const arrows = derive([turnView, axes, turnTips], (v, features2, tips): readonly Shape[] => [
  ...joined(features2.flatMap(({ tip }) => vector(v, O, tip, { name: "feature", tone: "ink", width: 1.8 }))),
  cross(toPixel(v, O), 6, { name: "mean", tone: "ink", width: 1.6 }),
  ...tips.flatMap((tip, k) => vector(v, O, tip, { name: `v${k + 1}`, tone: "eigen" })),
]);

const beside = (v: View2d, tip: Vec2) => {
  const [near, start] = [toPixel(v, tip), toPixel(v, O)];
  return { near, toward: [near[0] - start[0], near[1] - start[1]] as Vec2 };
};
const names = derive([turnView, model, axes, turnTips], (v, m, features2, tips) => {
  const labels: Label[] = [
    ...tips.map((tip, k): Label => {
      const text = `${nameOf(k)} ${percent(m?.explainedVarianceRatio[k] ?? 0)}`;
      return { name: `v${k + 1}`, text, tone: "eigen", ...beside(v, tip) };
    }),
    ...features2.map(({ name, tip }): Label => {
      const text = shortened(name);
      return { name: "feature", text, tone: "ink", face: "ui", size: 13, weight: 600, ...beside(v, tip) };
    }),
  ].filter(({ toward }) => toward && Math.hypot(...toward) >= SHORT);
  const taken = [...tips, ...features2.map(({ tip }) => tip)].map((tip) => boxAbout(toPixel(v, tip), 5));
  return placeLabels(labels, [...tickStrips(v), ...taken], v);
});

const ticks = derive([turnView, turn, model, way2, pair], (v, t, m, way, [a, b]): readonly Shape[] => {
  const title = (k: number) => `PC${k + 1} (${percent(m?.explainedVarianceRatio[k] ?? 0)})`;
  return t < 1 ? axisTicks(v, "", "") : axisTicks(v, title(a), title(b ?? a) + (way?.mirrored ? ", turned round" : ""));
});
const ring = derive([turnView, turnPoints, told], (v, xy, row): readonly Shape[] => {
  if (row < 0 || 2 * row + 1 >= xy.length) return [];
  return [
    dots([toPixel(v, [xy[2 * row] as number, xy[2 * row + 1] as number])], 8, {
      name: "ring",
      tone: "ink",
      width: 2.4,
    }),
  ];
});
export const turnOver: Source<readonly Shape[]> = derive([spread, ticks, arrows, ring, names], (...parts) =>
  parts.flat(),
);
