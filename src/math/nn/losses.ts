/** Losses of the last layer's output against targets, both n × m, with ∂L/∂output. */
import { ShapeError } from "../errors";
import { type Matrix, zeros } from "../matrix/matrix";
import { activations } from "./activations";
import { largestOf, softmax } from "./softmax";

/**
 * mse: mean over all entries. crossEntropy: mean over rows of −log softmax(z) at the target, given as one-hot rows.
 * bceWithLogits: mean over all entries of −t log σ(z) − (1 − t) log(1 − σ(z)).
 */
export const LOSSES = ["mse", "crossEntropy", "bceWithLogits"] as const;
export type LossName = (typeof LOSSES)[number];

export interface LossValue {
  readonly loss: number;
  /** ∂L/∂output, n × m. */
  readonly gradient: Matrix;
}

/** Value and gradient of a loss. Throws ShapeError when output and targets differ in shape. O(nm). */
export function lossOf(name: LossName, output: Matrix, target: Matrix): LossValue {
  const { rows: n, cols: m, data: z } = output;
  if (target.rows !== n || target.cols !== m)
    throw new ShapeError("lossOf", `targets ${n} × ${m}`, `${target.rows} × ${target.cols}`);
  const t = target.data;
  const gradient = zeros(n, m);
  const g = gradient.data;
  let loss = 0;
  if (name === "crossEntropy") {
    for (let i = 0; i < n; i++) {
      const row = z.subarray(i * m, (i + 1) * m);
      const top = largestOf(row);
      const sum = row.reduce((s, v) => s + Math.exp(v - top), 0);
      for (let j = 0; j < m; j++) {
        const k = i * m + j;
        const logSoftmax = z[k]! - top - Math.log(sum);
        loss -= t[k]! === 0 ? 0 : (t[k]! * logSoftmax) / n;
        g[k] = (Math.exp(logSoftmax) - t[k]!) / n;
      }
    }
    return { loss, gradient };
  }
  const count = n * m;
  for (let k = 0; k < count; k++) {
    const v = z[k]!;
    if (name === "mse") {
      loss += (v - t[k]!) ** 2 / count;
      g[k] = (2 * (v - t[k]!)) / count;
    } else {
      loss += (Math.max(v, 0) - t[k]! * v + Math.log1p(Math.exp(-Math.abs(v)))) / count;
      g[k] = (activations.sigmoid.value(v) - t[k]!) / count;
    }
  }
  return { loss, gradient };
}

/**
 * How ∂L/∂output changes as the output moves along `direction`, both n × m: the second derivative of a loss, which does not depend on
 * the targets. mse 2d/nm, bceWithLogits σ(1 − σ)d/nm, crossEntropy (diag(p) − ppᵀ)d/n row by row. Throws ShapeError. O(nm).
 */
export function lossCurvature(name: LossName, output: Matrix, direction: Matrix): Matrix {
  const { rows: n, cols: m, data: z } = output;
  if (direction.rows !== n || direction.cols !== m)
    throw new ShapeError("lossCurvature", `a direction ${n} × ${m}`, `${direction.rows} × ${direction.cols}`);
  const d = direction.data;
  const count = n * m;
  if (name === "mse") return { ...output, data: d.map((v) => (2 * v) / count) };
  if (name === "bceWithLogits")
    return { ...output, data: d.map((v, k) => (activations.sigmoid.derivative(z[k]!) * v) / count) };
  const out = softmax(output);
  const p = out.data;
  for (let i = 0; i < n; i++) {
    let mean = 0;
    for (let k = i * m; k < (i + 1) * m; k++) mean += p[k]! * d[k]!;
    for (let k = i * m; k < (i + 1) * m; k++) p[k] = (p[k]! * (d[k]! - mean)) / n;
  }
  return out;
}
