/** Losses of the last layer's output against targets, both n × m, with ∂L/∂output. */
import { ShapeError } from "../errors";
import { type Matrix, zeros } from "../matrix/matrix";

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
      const top = Math.max(...row);
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
      g[k] = ((v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v))) - t[k]!) / count;
    }
  }
  return { loss, gradient };
}
