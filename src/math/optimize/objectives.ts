/** Functions to descend, each with its exact gradient. */
import type { Matrix } from "../matrix/matrix";

export interface Objective {
  readonly value: (x: Float64Array) => number;
  readonly gradient: (x: Float64Array) => Float64Array;
}

/** ½ xᵀHx − bᵀx for symmetric H, n × n. */
export function quadratic(h: Matrix, b: ArrayLike<number> = new Float64Array(h.rows)): Objective {
  const n = h.rows;
  const product = (x: Float64Array, i: number) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += h.data[i * n + j]! * x[j]!;
    return sum;
  };
  return {
    value: (x) => x.reduce((sum, xi, i) => sum + xi * (product(x, i) / 2 - b[i]!), 0),
    gradient: (x) => x.map((_, i) => product(x, i) - b[i]!),
  };
}

/** (1/2n)‖Xw − y‖² for X n × d: its Hessian is XᵀX/n, the covariance of centred columns. */
export function leastSquares(x: Matrix, y: ArrayLike<number>): Objective {
  const { rows: n, cols: d, data } = x;
  const residual = (w: Float64Array, i: number) => {
    let sum = -y[i]!;
    for (let j = 0; j < d; j++) sum += data[i * d + j]! * w[j]!;
    return sum;
  };
  return {
    value(w) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += residual(w, i) ** 2;
      return sum / (2 * n);
    },
    gradient(w) {
      const g = new Float64Array(d);
      for (let i = 0; i < n; i++) {
        const r = residual(w, i) / n;
        for (let j = 0; j < d; j++) g[j]! += r * data[i * d + j]!;
      }
      return g;
    },
  };
}

/** Mean binary cross-entropy of σ(Xw + b) against y in {0, 1}, plus λ‖w‖²; parameters (w₁ … w_d, b). */
export function logistic(x: Matrix, y: ArrayLike<number>, lambda = 0): Objective {
  const { rows: n, cols: d, data } = x;
  const score = (w: Float64Array, i: number) => {
    let sum = w[d]!;
    for (let j = 0; j < d; j++) sum += data[i * d + j]! * w[j]!;
    return sum;
  };
  return {
    value(w) {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const z = score(w, i);
        // log(1 + eᶻ) − yz, written so that neither end overflows.
        sum += Math.max(z, 0) - y[i]! * z + Math.log1p(Math.exp(-Math.abs(z)));
      }
      let penalty = 0;
      for (let j = 0; j < d; j++) penalty += w[j]! ** 2;
      return sum / n + lambda * penalty;
    },
    gradient(w) {
      const g = new Float64Array(d + 1);
      for (let i = 0; i < n; i++) {
        const z = score(w, i);
        const p = z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
        const r = (p - y[i]!) / n;
        for (let j = 0; j < d; j++) g[j]! += r * data[i * d + j]!;
        g[d]! += r;
      }
      for (let j = 0; j < d; j++) g[j]! += 2 * lambda * w[j]!;
      return g;
    },
  };
}

/** (1 − x)² + 100 (y − x²)² (Rosenbrock 1960): minimum 0 at (1, 1), along a curved valley. */
export const rosenbrock: Objective = {
  value: ([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: ([x = 0, y = 0]) => Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
};
