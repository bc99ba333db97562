/** The plane on its way: the picture plane turns from two features to the first two components. */
import type { Vec2 } from "../../../math";
import { derive } from "../../../scene/source";
import { type View2d, view2d } from "../../../scene/view2d";
import { pointClasses } from "../../../state/derived";
import { source } from "../../../state/source";
import { boundsOf, fitted } from "../fit";
import { bounds, kept, MOST_ARROWS, model, pair, plane, rows, size, which } from "../sources";
import { turning } from "../turn";
import { onTheWay } from "./fit3";
import { arrowIn, componentFrame, covarianceIn, featureFrame, projectInto } from "./frames";
import { keptArray } from "./keptArray";
import { turn, way3 } from "./sources";

/** From the two features to the two components that are chosen; null where there are not two of each. */
export const way2 = derive([model, plane, pair], (m, p, [a, b]) =>
  m && p?.axes[1] != null && b !== null
    ? turning(featureFrame(m.columns.length, [p.axes[0], p.axes[1]]), componentFrame(m, [a, b]))
    : null,
);
const flat = source((s) => !s.pca.space);
/** Whether there is a turn to watch: in the original view, with as many components as there are axes. */
export const turns = derive([which, flat, way2, way3], (view, plain, two, three) =>
  view === "original" ? (plain ? two : three) !== null : false,
);

export const frame2 = derive([way2, turn], (way, t) => way?.at(t) ?? null);
const room = keptArray();
/** x₀ y₀ x₁ y₁ … from the anchor: the mean, or the origin where X is not centred. */
export const turnPoints = derive([model, rows, frame2], (m, x, frame) =>
  m && frame ? projectInto(room(2 * x.rows), m, x, frame) : room(0),
);
export const turnCloud = derive([turnPoints, source(pointClasses)], (xy, classes) => ({ xy, classes }));

export const turnTips = derive([model, frame2, kept], (m, frame, most) =>
  m && frame
    ? Array.from({ length: Math.min(most, MOST_ARROWS) }, (_, k) => arrowIn(m, frame, k) as unknown as Vec2)
    : [],
);

const end = derive([model, rows, way2], (m, x, way) => {
  if (!m || !way) return boundsOf([] as unknown as Float32Array, []);
  const c = covarianceIn(m, way.to);
  const half: Vec2 = [2 * Math.sqrt(Math.max(0, c[0] ?? 0)), 2 * Math.sqrt(Math.max(0, c[3] ?? 0))];
  return boundsOf(projectInto(new Float32Array(2 * x.rows), m, x, way.to), [half, [-half[0], -half[1]]]);
});
const anchor = derive([plane], (p): Vec2 => p?.anchor ?? [0, 0]);
const less = ([x, y]: Vec2, [a, b]: Vec2): Vec2 => [x - a, y - b];
/** From the view that the features have to the one that the scores have; as the reader set it, where they did. */
export const turnView = derive(
  [size, bounds, end, anchor, turn, source((s) => s.pca.middle as Vec2), source((s) => s.pca.span)],
  (box, from, to, at, t, middle, span): View2d => {
    if (span !== 0) return view2d(box, less(middle, at), span);
    const start = fitted(box, { low: less(from.low, at), high: less(from.high, at) });
    const last = fitted(box, to);
    const mix = (a: number, b: number) => a + t * (b - a);
    const centre: Vec2 = [mix(start.centre[0], last.centre[0]), mix(start.centre[1], last.centre[1])];
    return { ...start, centre, unit: 1 / onTheWay(1 / start.unit, 1 / last.unit, t) };
  },
);
/** A view of the turning plane as the state holds it: with the anchor where the features have it. */
export const held = ([x, y]: Vec2): Vec2 => {
  const [a, b] = anchor.get();
  return [x + a, y + b];
};
