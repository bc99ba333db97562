/** Functions to descend, each with its exact gradient and Hessian. */
import { ShapeError } from "../errors";
import { gram } from "../kernels/matmul";
import type { Matrix } from "../matrix/matrix";
import { squareSize } from "../matrix/square";
import { activations } from "../nn/activations";

export interface Objective {
  readonly value: (x: Float64Array) => number;
  readonly gradient: (x: Float64Array) => Float64Array;
  /** ∇²f, n × n, symmetric. */
  readonly hessian?: (x: Float64Array) => Matrix;
}

/** An objective whose Hessian is known, as Newton's method needs. */
export type TwiceObjective = Objective & Required<Pick<Objective, "hessian">>;

/** ½ xᵀHx − bᵀx for symmetric H, n × n. Throws ShapeError. */
export function quadratic(h: Matrix, b: ArrayLike<number> = new Float64Array(h.rows)): TwiceObjective {
  const n = squareSize("quadratic", h);
  requireLength("quadratic", "b", b, n);
  const product = (x: Float64Array, i: number) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += h.data[i * n + j]! * x[j]!;
    return sum;
  };
  return {
    value: (x) => x.reduce((sum, xi, i) => sum + xi * (product(x, i) / 2 - b[i]!), 0),
    gradient: (x) => x.map((_, i) => product(x, i) - b[i]!),
    hessian: () => h,
  };
}

/** (1/2n)‖Xw − y‖² for X n × d: its Hessian is XᵀX/n, the covariance of centred columns. Throws ShapeError. */
export function leastSquares(x: Matrix, y: ArrayLike<number>): TwiceObjective {
  const { rows: n, cols: d, data } = x;
  requireLength("leastSquares", "y", y, n);
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
    hessian() {
      const { data: sums, ...shape } = gram(x);
      return { ...shape, data: sums.map((value) => value / n) };
    },
  };
}

/** Mean binary cross-entropy of σ(Xw + b) against y in {0, 1}, plus λ‖w‖²; parameters (w₁ … w_d, b). Throws ShapeError. */
export function logistic(x: Matrix, y: ArrayLike<number>, lambda = 0): TwiceObjective {
  const { rows: n, cols: d, data } = x;
  requireLength("logistic", "y", y, n);
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
        const r = (activations.sigmoid.value(score(w, i)) - y[i]!) / n;
        for (let j = 0; j < d; j++) g[j]! += r * data[i * d + j]!;
        g[d]! += r;
      }
      for (let j = 0; j < d; j++) g[j]! += 2 * lambda * w[j]!;
      return g;
    },
    /** [X 1]ᵀ diag(σ(1 − σ)/n) [X 1], the Gram of rows times the root of their weight, and 2λ on the diagonal of w. */
    hessian(w) {
      const k = d + 1;
      const rows = new Float64Array(n * k);
      for (let i = 0; i < n; i++) {
        const root = Math.sqrt(activations.sigmoid.derivative(score(w, i)) / n);
        for (let j = 0; j < d; j++) rows[i * k + j] = root * data[i * d + j]!;
        rows[i * k + d] = root;
      }
      const h = gram({ rows: n, cols: k, data: rows });
      for (let j = 0; j < d; j++) h.data[j * (k + 1)]! += 2 * lambda;
      return h;
    },
  };
}

function requireLength(routine: string, name: string, x: ArrayLike<number>, n: number): void {
  if (x.length !== n) throw new ShapeError(routine, `${n} entries in ${name}`, `${x.length}`);
}
