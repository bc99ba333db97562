/** What both modes watch: the dataset's two columns, and the layer with its acts. */
import type { Mat2, Vec2 } from "../../math";
import { cell, derive, type Source } from "../../scene/source";
import type { Cloud } from "../../scene/splat";
import { type Size, view2d } from "../../scene/view2d";
import { colour, dataset, features, pointClasses, target } from "../../state/derived";
import { beginGesture } from "../../state/history";
import { source } from "../../state/source";
import { store, update } from "../../state/store";
import { type Inputs, readInputs } from "./inputs";
import { affineAt, carry, carryPoint, type OneLayer, preactivation, readLayer } from "./model";

const LAYER_SPAN = 6.2;
const NETWORK_SPAN = 6;

export const mode = source((s) => s.layer.mode);
export const weights = source((s) => s.layer.weights as Mat2);
export const bias = source((s) => s.layer.bias as Vec2);
export const activation = source((s) => s.layer.activation);
export const progress = source((s) => s.layer.progress);
export const layer: Source<OneLayer> = derive([weights, bias, activation], (w, b, a) => ({
  weights: w,
  bias: b,
  activation: a,
}));

export const targetColumn = source(target);
export const inputs: Source<Inputs | null> = derive(
  [
    source(dataset),
    source(features),
    source(colour),
    targetColumn,
    source((s) => s.layer.featureX),
    source((s) => s.layer.featureY),
  ],
  readInputs,
);
const NO_POINTS = new Float64Array(0);
export const xy = derive([inputs], (now) => now?.xy ?? NO_POINTS);
/** The row in the formula: the chosen one, or the last where there are fewer. */
export const row = derive([source((s) => s.layer.row), xy], (r, points) =>
  Math.max(0, Math.min(r, (points.length >> 1) - 1)),
);
export const x = derive([xy, row], (points, r): Vec2 => [points[2 * r] ?? 0, points[2 * r + 1] ?? 0]);
export const z = derive([layer, x], preactivation);
export const h = derive([layer, x], (l, at) => carryPoint(l, 3, at));
export const reading = derive([layer, xy], readLayer);

/** The points where they are at this moment of the acts. */
export const carried: Source<Cloud> = derive([layer, progress, xy, source(pointClasses)], (l, p, points, classes) => ({
  xy: carry(l, p, points, new Float32Array(points.length)),
  classes,
}));

export const size = cell<Size>({ width: 800, height: 600 });
export const view = derive(
  [size, source((s) => s.layer.centre as Vec2), source((s) => s.layer.span), mode],
  (box, centre, span, now) => view2d(box, centre, span === 0 ? (now === "layer" ? LAYER_SPAN : NETWORK_SPAN) : span),
);

/** Images of the origin and of the basis vectors before σ: what the handles hold. Past the second act they stay there while σ folds the rest. */
export const origin = derive([layer, progress], (l, p): Vec2 => affineAt(l, p).offset);
const tipOf = (j: 0 | 1) =>
  derive([layer, progress], (l, p): Vec2 => {
    const { matrix: m, offset } = affineAt(l, p);
    return j === 0 ? [m[0] + offset[0], m[2] + offset[1]] : [m[1] + offset[0], m[3] + offset[1]];
  });
export const tips = [tipOf(0), tipOf(1)] as const;

const LIMIT = 1e12;
const clamp = ([a, b]: Vec2): Vec2 => [Math.max(-LIMIT, Math.min(LIMIT, a)), Math.max(-LIMIT, Math.min(LIMIT, b))];

/** Lets the image of a basis vector be where the hand is: the act in which W is still on its way is then over. */
export function moveTip(j: 0 | 1, to: Vec2): void {
  const { progress: p } = store.getState().layer;
  const at = Math.max(1, p);
  const [ox, oy] = affineAt(layer.get(), at).offset;
  const [u, v] = clamp([to[0] - ox, to[1] - oy]);
  const w = weights.get();
  beginGesture();
  update("layer", { weights: j === 0 ? [u, w[1], v, w[3]] : [w[0], u, w[2], v], progress: at });
}

export function moveOrigin(to: Vec2): void {
  beginGesture();
  update("layer", { bias: clamp(to), progress: Math.max(2, store.getState().layer.progress) });
}
