import type { Matrix, Pca, Vec3 } from "../../../math";
import { camera3d } from "../../../scene/camera3d";
import { goHome, type Turn } from "../../../scene/orbit";
import { cell, derive } from "../../../scene/source";
import type { Size } from "../../../scene/view2d";
import { pointClasses } from "../../../state/derived";
import { beginGesture, endGesture } from "../../../state/history";
import { DEFAULTS } from "../../../state/parameters";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { planeOf } from "../plane";
import {
  features,
  kept,
  MOST_ARROWS,
  model,
  options,
  outcome,
  pair,
  plane,
  rows,
  spread,
  still,
  which,
} from "../sources";
import { turning } from "../turn";
import { biplot3 } from "./biplot3";
import { between, type Extent, extentOf, middleOf, spanOf } from "./fit3";
import { arrowIn, componentFrame, covarianceIn, featureFrame, projectInto, thirdAxis, thirdComponent } from "./frames";
import { keptArray } from "./keptArray";

export const turn = source((s) => s.pca.turn);

/** The used column on the third axis of the original view, null where there are only two. */
export const third = derive(
  [model, spread, features, plane, source((s) => s.pca.featureZ)],
  (m, all, names, p, asked) => (m && p ? thirdAxis(m, all, names, p.axes, asked) : null),
);
/** The components along the axes of the scores and the biplot. */
export const trio = derive(
  [model, pair, source((s) => s.pca.componentZ)],
  (m, on, asked): readonly [number, number, number] | null => {
    const z = thirdComponent(m?.explainedVariance.length ?? 0, on, asked);
    return z === null ? null : [on[0], on[1] as number, z];
  },
);
/** The three used columns along the axes of the original view. */
export const axes3 = derive([plane, third], (p, z): readonly [number, number, number] | null =>
  p?.axes[1] == null || z === null ? null : [p.axes[0], p.axes[1], z],
);
/** As `plane`, for the first and the third axis: how the third is called and counted. */
export const depth = derive([model, spread, features, plane, third, options], (m, all, names, p, z, how) =>
  m && p && z !== null ? planeOf(m, all, names, [p.names[0], names[m.columns[z] as number] ?? ""], how) : null,
);

/** Why there is no space to show; empty where there is. */
export const lacks = derive([outcome, which, axes3, trio], (found, view, features3, components) => {
  if (found.kind === "none") return found.reason;
  const [has, what] = view === "original" ? [features3, "features"] : [components, "components"];
  return has ? "" : `Space needs three ${what}, and here there are fewer. Choose Plane, or more features as X.`;
});

/** From the three features to the three components that are chosen; null where there are not three of each. */
export const way3 = derive([model, axes3, trio], (m, on, ks) =>
  m && on && ks ? turning(featureFrame(m.columns.length, on), componentFrame(m, ks)) : null,
);
const NO_FRAME: Matrix = { rows: 0, cols: 3, data: new Float64Array(0) };
/** What stands along the three axes, p × 3. */
export const frame3 = derive([model, which, axes3, trio, way3, turn], (m, view, on, ks, way, t) => {
  if (!m) return NO_FRAME;
  if (view !== "original") return ks ? componentFrame(m, ks) : NO_FRAME;
  if (!on) return NO_FRAME;
  return way ? way.at(t) : featureFrame(m.columns.length, on);
});

const room = keptArray();
/** x₀ y₀ z₀ x₁ … from the anchor: the mean, or the origin where X is not centred. */
export const points3 = derive([model, rows, frame3], (m, x, frame) =>
  m && frame.rows > 0 ? projectInto(room(3 * x.rows), m, x, frame) : room(0),
);
export const cloud3 = derive([points3, source(pointClasses)], (xyz, classes) => ({ xyz, classes }));
export const biplotArrows = derive([model, which, frame3, points3], (m, view, frame, xyz) =>
  m && view === "biplot" && frame.rows > 0 ? biplot3(m, frame, xyz) : null,
);

/** Three of them, for as many axes, or as many as are kept. */
const arrowsOf = (m: Pca, most: number) => Math.min(Math.max(3, most), MOST_ARROWS, m.explainedVariance.length);
/** Ends of the components' arrows in space. */
export const tips3 = derive([model, frame3, kept, which], (m, frame, most, view) =>
  m && frame.rows > 0 && view === "original"
    ? Array.from({ length: arrowsOf(m, most) }, (_, k) => arrowIn(m, frame, k) as unknown as Vec3)
    : [],
);

const extent = (m: Pca, x: Matrix, frame: Matrix): Extent => {
  const c = covarianceIn(m, frame);
  const half = [0, 4, 8].map((at) => 2 * Math.sqrt(Math.max(0, c[at] ?? 0)));
  return extentOf(
    projectInto(new Float32Array(3 * x.rows), m, x, frame),
    half.flatMap((h, k) => [h, -h].map((end) => [0, 1, 2].map((j) => (j === k ? end : 0)))),
  );
};
const UNIT: Extent = { low: [-1, -1, -1], high: [1, 1, 1], radius: 1 };
const start = derive([model, rows, axes3], (m, x, on) =>
  m && on ? extent(m, x, featureFrame(m.columns.length, on)) : UNIT,
);
const end = derive([model, rows, way3], (m, x, way) => (m && way ? extent(m, x, way.to) : UNIT));
const scored = derive([model, rows, trio], (m, x, ks) => (m && ks ? extent(m, x, componentFrame(m, ks)) : UNIT));
/** The box that the picture fills. */
export const extent3 = derive(
  [which, start, end, scored, turn, way3, still.extent],
  (view, a, b, scores, t, way, held) => held ?? (view === "original" ? (way ? between(a, b, t) : a) : scores),
);

/** The stage's size belongs to the window, not to the state. */
export const size3 = cell<Size>({ width: 800, height: 600 });
const fittedSpan = derive([extent3], spanOf);
export const pose = derive(
  [source((s) => s.pca.azimuth), source((s) => s.pca.elevation), source((s) => s.pca.span3), fittedSpan],
  (azimuth, elevation, span, fit): Turn & { readonly projection: "perspective" } => ({
    azimuth,
    elevation,
    span: span === 0 ? fit : span,
    projection: "perspective",
  }),
);
export const camera = derive([size3, pose, extent3], (size, now, all) => ({
  ...camera3d(size, now),
  target: middleOf(all),
}));

/** Turns the camera inside the open gesture. */
export const setCamera = ({ azimuth, elevation, span }: Turn): void =>
  update("pca", { azimuth, elevation, span3: span === fittedSpan.get() ? 0 : span });

/** Brings the camera back to where the picture opens, in one undo step. */
export function homeCamera(): void {
  const { azimuth, elevation } = DEFAULTS.pca;
  goHome(
    { pose: pose.get, onStart: beginGesture, onMove: setCamera, onEnd: endGesture },
    { azimuth, elevation, span: fittedSpan.get() },
  );
}
