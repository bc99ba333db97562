/** The picture in space as shapes: axes, arrows, the ellipsoid, and names that keep off each other. */
import type { Mat3, Vec3 } from "../../../math";
import { type Camera3d, pixelOf } from "../../../scene/camera3d";
import { cross, dots } from "../../../scene/marks/dots";
import { boxAbout, type Label, placeLabels, type Stroke } from "../../../scene/marks/placeLabels";
import { ellipsoidSections, spaceEllipsoid } from "../../../scene/marks/spaceEllipsoid";
import { spaceVector } from "../../../scene/marks/spaceVector";
import type { Shape } from "../../../scene/shape";
import type { Solid, SolidLook } from "../../../scene/solid";
import { derive, type Source } from "../../../scene/source";
import { spacePicture } from "../../../scene/spacePicture";
import { source } from "../../../state/source";
import { percent, usedNames } from "../plane";
import { vector as nameOf } from "../sentence";
import { features, model, plane, showEllipse, told, which } from "../sources";
import { regionShape } from "../views/regionShape";
import { axisNames, axisNumbers, axisSolids, nameAt, numberBox, shortened } from "./axes3";
import { classEllipsoids, ellipsoidOf } from "./classEllipsoids";
import { covarianceIn, longestFeatures } from "./frames";
import { biplotArrows, camera, depth, extent3, frame3, lacks, points3, tips3, trio, turn, way3 } from "./sources";
import { offset3, titles3 } from "./titles";

const O: Vec3 = [0, 0, 0];
const look = (name: string, tone: string, rest: Partial<SolidLook> = {}): SolidLook => ({ name, tone, ...rest });
const LOOKS = {
  body: look("ellipsoid", "eigen", { width: 1.6, opacity: 0.75, fillOpacity: 0.04 }),
  front: look("ellipsoid", "eigen", { width: 1, opacity: 0.6 }),
  back: look("ellipsoid", "eigen", { width: 0.9, opacity: 0.35, dash: [3, 3.5] }),
  first: look("firstAxis", "eigen", { width: 1.5, dash: [7, 6] }),
  lit: look("lit", "eigen", { width: 7, opacity: 0.35 }),
  loading: look("loading", "ink", { width: 1.8 }),
  feature: look("feature", "ink", { width: 1.8 }),
};
const COMPONENTS = Array.from({ length: 6 }, (_, k) => look(`v${k + 1}`, "eigen"));
/** Axes of features that are drawn on the way, and named. */
const MOST_AXES = 12;
/** Pixels under which an arrow points at the reader, and a name beside it would be in the way. */
const SHORT = 9;

/** Maps the unit sphere onto the 2σ ellipsoid of what is drawn. */
const root = derive([model, frame3, showEllipse, which], (m, frame, on, view): Mat3 | null => {
  if (!m || !on || frame.rows === 0 || view === "biplot") return null;
  return ellipsoidOf(covarianceIn(m, frame) as unknown as Mat3);
});

/** The axes of the features, as they turn: the rows of F, as long as the picture reaches. */
const featureAxes = derive(
  [model, features, frame3, way3, turn, extent3, which],
  (m, names, frame, way, t, all, view) => {
    if (!m || !way || t <= 0 || view !== "original") return [];
    const length = Math.max(...all.high, ...all.low.map((x) => -x));
    const used = usedNames(m, names);
    return longestFeatures(way.at(0), way.to, MOST_AXES).map((j) => ({
      name: used[j] ?? "",
      tip: [0, 1, 2].map((c) => length * (frame.data[3 * j + c] ?? 0)) as unknown as Vec3,
    }));
  },
);

const arrows = derive([camera, tips3, biplotArrows, featureAxes], (from, tips, loadings, axes): readonly Solid[] => [
  ...axes.flatMap(({ tip }) => spaceVector(from, O, tip, LOOKS.feature)),
  ...(loadings?.arrows.flatMap(({ tip }) => spaceVector(from, O, tip, LOOKS.loading)) ?? []),
  ...tips.flatMap((tip, k) => spaceVector(from, O, tip, COMPONENTS[k] ?? LOOKS.first)),
]);
/** The axis of the component that is pointed at, in the scree, the spectrum or here. */
const lit = derive(
  [source((s) => s.spotlight), which, tips3, trio, extent3],
  (k, view, tips, ks, all): readonly Solid[] => {
    if (k === null) return [];
    const on = ks?.indexOf(k) ?? -1;
    const end = (part: Vec3): Vec3 => part.map((x, j) => (j === on ? x : 0)) as unknown as Vec3;
    const tip = tips[k];
    if (view === "original") return tip ? [{ kind: "edge", from: O, to: tip, look: LOOKS.lit }] : [];
    return on < 0 ? [] : [{ kind: "edge", from: end(all.low), to: end(all.high), look: LOOKS.lit }];
  },
);

const solids = derive([camera, extent3, offset3, arrows, root, lit], (from, all, offset, more, m, spot) =>
  spacePicture(from, [
    ...axisSolids(from, all, offset),
    ...(m ? ellipsoidSections(from, m, LOOKS.front, LOOKS.back) : []),
    ...spot,
    ...more,
  ]),
);
const outline = derive([camera, root], (from, m): readonly Shape[] => (m ? [spaceEllipsoid(from, m, LOOKS.body)] : []));
const mean = derive([camera, which, plane, depth, turn], (from, view, p, z, t): readonly Shape[] => {
  if (view !== "original" || t > 0 || !p || !z) return [];
  const at: Vec3 = [p.mean[0] - p.anchor[0], p.mean[1] - p.anchor[1], z.mean[1] - z.anchor[1]];
  return [cross(pixelOf(from, at).at, 6, { name: "mean", tone: "ink", width: 1.6 })];
});
const ring = derive([camera, points3, told], (from, xyz, row): readonly Shape[] => {
  if (row < 0 || 3 * row + 2 >= xyz.length) return [];
  const at: Vec3 = [xyz[3 * row] as number, xyz[3 * row + 1] as number, xyz[3 * row + 2] as number];
  return [dots([pixelOf(from, at).at], 8, { name: "ring", tone: "ink", width: 2.4 })];
});

const wide = (from: Camera3d, tip: Vec3) => {
  const [a, b] = [pixelOf(from, O).at, pixelOf(from, tip).at];
  return Math.hypot(b[0] - a[0], b[1] - a[1]) >= SHORT;
};
const numbers = derive([camera, extent3, offset3, turn, which], (from, all, offset, t, view) =>
  view === "original" && t > 0 && t < 1 ? [] : axisNumbers(from, all, offset),
);

const names = derive(
  [camera, model, features, tips3, biplotArrows, featureAxes, extent3, titles3, numbers],
  (from, m, all, tips, loadings, axes, box, titles, ticks) => {
    if (!m) return [];
    const used = usedNames(m, all);
    const plain = { tone: "ink", face: "ui", size: 13, weight: 600 } as const;
    const labels: Label[] = [
      ...tips.flatMap((tip, k) => {
        const text = `${nameOf(k)} ${percent(m.explainedVarianceRatio[k] ?? 0)}`;
        return wide(from, tip) ? [{ ...nameAt(from, text, tip), name: `v${k + 1}`, tone: "eigen" }] : [];
      }),
      ...axes.flatMap(({ name, tip }) =>
        wide(from, tip) ? [{ ...nameAt(from, shortened(name), tip), name: "feature", ...plain }] : [],
      ),
      ...(loadings?.arrows ?? []).flatMap(({ feature, tip, named }) =>
        named && wide(from, tip)
          ? [{ ...nameAt(from, shortened(used[feature] ?? ""), tip), name: "loading", ...plain }]
          : [],
      ),
      ...axisNames(from, box, titles),
    ];
    const ends = [...tips, ...axes.map(({ tip }) => tip), ...(loadings?.arrows.map(({ tip }) => tip) ?? [])];
    const start = pixelOf(from, O).at;
    const pixels = ends.map((tip) => pixelOf(from, tip).at);
    const strokes = pixels.slice(0, MOST_AXES).map((at): Stroke => [start, at]);
    return placeLabels(labels, [...ticks.map(numberBox), ...pixels.map((at) => boxAbout(at, 5))], from, strokes);
  },
);
/** All that the stage of space shows, back to front; nothing where there is no space to show. */
export const shapes3: Source<readonly Shape[]> = derive(
  [lacks, classEllipsoids, outline, solids, numbers, mean, ring, names, regionShape],
  (missing, ...parts) => (missing === "" ? parts.flat() : []),
);
