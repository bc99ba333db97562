/**
 * The largest eigenvalue of a symmetric n × n matrix known only by its products, A v: Lanczos with full reorthogonalisation
 * (Golub & Van Loan, §10.1; Parlett, ch. 13). After k products the largest Ritz value θ ≤ λ₁ is the best that the Krylov space of the
 * start holds, and |βₖ sₖ| bounds its distance from an eigenvalue. k products, 4nk² flops beside them, and an eigh of k × k a step.
 */
import { ConvergenceError, DomainError, ShapeError } from "../errors";
import { euclideanNorm } from "../kernels/euclideanNorm";
import { dot, subtract } from "../kernels/vectors";
import { zeros } from "../matrix/matrix";
import type { Random } from "../random/random";
import { EPSILON } from "../tolerance";
import { eigh } from "./eigh";

export interface LanczosStep {
  readonly step: number;
  /** The largest Ritz value, never above λ₁ and never falling. */
  readonly value: number;
  /** An eigenvalue lies within this of it. */
  readonly bound: number;
}

/** Beyond it the memory for the basis, and not the product, would be what costs. */
const MOST_STEPS = 120;

/**
 * One snapshot per product, ending once the bound is within `tolerance` of the largest Ritz value in size. Empty for n = 0. Throws
 * ShapeError, DomainError for a product that is not finite, and ConvergenceError after min(n, 120) steps.
 */
export function* lanczosSteps(
  product: (v: Float64Array) => Float64Array,
  n: number,
  random: Random,
  tolerance = 1e-6,
): Generator<LanczosStep, void, void> {
  if (n === 0) return;
  const most = Math.min(n, MOST_STEPS);
  const basis: Float64Array[] = [unit(Float64Array.from({ length: n }, () => random.normal()))];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let bound = 0;
  for (let k = 0; k < most; k++) {
    const v = basis[k]!;
    const w = product(v).slice();
    if (w.length !== n) throw new ShapeError("lanczosSteps", `${n} entries in the product`, `${w.length}`);
    if (!w.every(Number.isFinite)) throw new DomainError("lanczosSteps", `the product of step ${k}`, "finite");
    diagonal.push(dot(w, 0, v, 0, n));
    // Against every basis vector, twice: once leaves what rounding magnifies (Parlett's 'twice is enough').
    for (let pass = 0; pass < 2; pass++) for (const q of basis) subtract(w, 0, q, 0, n, dot(w, 0, q, 0, n));
    const beta = euclideanNorm(w);
    const { value, last, size } = largestRitz(diagonal, beside);
    // All of R^n, or a subspace that A maps to itself: nothing is left out.
    const whole = k + 1 === n || beta <= EPSILON * n * size;
    bound = whole ? 0 : beta * Math.abs(last);
    yield { step: k, value, bound };
    if (bound <= tolerance * size) return;
    beside.push(beta);
    basis.push(w.map((entry) => entry / beta));
  }
  throw new ConvergenceError("lanczosSteps", most, bound);
}

/** Largest eigenvalue of the tridiagonal matrix, the last entry of its eigenvector, and the size of the largest in modulus. */
function largestRitz(diagonal: readonly number[], beside: readonly number[]) {
  const k = diagonal.length;
  const t = zeros(k, k);
  diagonal.forEach((value, i) => {
    t.data[i * k + i] = value;
  });
  beside.forEach((value, i) => {
    t.data[i * k + i + 1] = t.data[(i + 1) * k + i] = value;
  });
  const { values, vectors } = eigh(t);
  return {
    value: values[0]!,
    last: vectors.data[(k - 1) * k]!,
    size: Math.max(Math.abs(values[0]!), Math.abs(values[k - 1]!)),
  };
}

function unit(v: Float64Array): Float64Array {
  const norm = euclideanNorm(v);
  return v.map((value) => value / norm);
}
