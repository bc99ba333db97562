/**
 * The roots of 1 + ρ Σ zⱼ²/(pⱼ − x) = 0: the eigenvalues of diag(p) + ρzzᵀ, which both divide-and-conquer methods meet when they
 * merge two halves. The poles are pⱼ = dⱼ for the symmetric tridiagonal matrix and pⱼ = dⱼ² for the bidiagonal one (`squared`).
 * A root xᵢ is kept as an offset from its nearest pole, x = p_origin + offset, and pⱼ − xᵢ is formed from differences of d alone, so
 * that it has full relative accuracy however close the poles; the weights ẑ recomputed from them (Gu & Eisenstat 1995, Löwner's
 * formula) make diag(p) + ρẑẑᵀ have the computed roots exactly, and its eigenvectors ẑⱼ/(pⱼ − xᵢ) orthogonal to working precision.
 * Iteration by rational interpolation inside a bracket (Li 1994, LAPACK Working Note 89). Some 4 n² divisions for all n roots.
 *
 * Use: sort d ascending, deflate until no two poles agree and no zⱼ is negligible, then
 *   secularRoots(problem, differences, origins, offsets); secularWeights(problem, differences, z, ẑ).
 * λᵢ = d_o + μ;  σᵢ = d_o + μ/(d_o + √(d_o² + μ)), with o = origins[i], μ = offsets[i].
 */
import { ConvergenceError } from "../errors";
import { EPSILON } from "../tolerance";

export interface SecularProblem {
  /** d₀ < d₁ < … < dₙ₋₁; not negative where `squared`. */
  readonly d: Float64Array;
  /** zⱼ², each of them positive. */
  readonly weights: Float64Array;
  /** How many entries of `d` and `weights` count. */
  readonly n: number;
  /** ρ > 0; ρ‖z‖² and the largest pole are far from over- and underflow. */
  readonly rho: number;
  /** Whether the poles are dⱼ² rather than dⱼ. */
  readonly squared: boolean;
}

const STEPS = 100;

/** Where `evaluate` leaves ψ, ψ′ (poles up to the left one), φ, φ′ (those from the right one on) and the bound on their rounding. */
const [PSI, PSI_SLOPE, PHI, PHI_SLOPE, ROUNDING] = [0, 1, 2, 3, 4];

/**
 * All n roots, ascending, pᵢ < xᵢ < pᵢ₊₁. Writes row i of `differences` (n × n, row-major, or longer), pⱼ − xᵢ in column j, and
 * origins[i] and offsets[i], xᵢ = p_origin + offset. Throws ConvergenceError.
 */
export function secularRoots(
  problem: SecularProblem,
  differences: Float64Array,
  origins: Int32Array,
  offsets: Float64Array,
): void {
  const { n, rho, weights } = problem;
  if (n === 1) {
    offsets[0] = rho * weights[0]!;
    origins[0] = 0;
    differences[0] = -offsets[0];
    return;
  }
  let total = 0;
  for (let j = 0; j < n; j++) total += weights[j]!;
  const sums = new Float64Array(5);
  for (let i = 0; i < n; i++) secularRoot(problem, i, total, differences, sums, origins, offsets);
}

/**
 * ẑⱼ² = Πᵢ (xᵢ − pⱼ) / Π_{i≠j} (pᵢ − pⱼ), which is ρ times Löwner's weight, with the signs of z. n² divisions.
 */
export function secularWeights(
  problem: SecularProblem,
  differences: Float64Array,
  z: Float64Array,
  weights: Float64Array,
): void {
  const { d, n, squared } = problem;
  weights.fill(1, 0, n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const di = d[i]!;
    if (squared) {
      for (let j = 0; j < i; j++) weights[j]! *= differences[row + j]! / ((d[j]! - di) * (d[j]! + di));
      for (let j = i + 1; j < n; j++) weights[j]! *= differences[row + j]! / ((d[j]! - di) * (d[j]! + di));
    } else {
      for (let j = 0; j < i; j++) weights[j]! *= differences[row + j]! / (d[j]! - di);
      for (let j = i + 1; j < n; j++) weights[j]! *= differences[row + j]! / (d[j]! - di);
    }
    weights[i]! *= -differences[row + i]!;
  }
  for (let j = 0; j < n; j++) weights[j] = z[j]! < 0 ? -Math.sqrt(weights[j]!) : Math.sqrt(weights[j]!);
}

/** Root i: between poles i and i + 1, or beyond the last. */
function secularRoot(
  problem: SecularProblem,
  i: number,
  total: number,
  differences: Float64Array,
  sums: Float64Array,
  origins: Int32Array,
  offsets: Float64Array,
): void {
  const { n, rho, weights } = problem;
  const at = i * n;
  const last = i === n - 1;
  const left = last ? n - 2 : i;
  const right = left + 1;
  const weightLeft = weights[left]!;
  const weightRight = weights[right]!;
  let origin = i;
  polesFrom(problem, origin, differences, at);
  const width = Math.abs(differences[at + (last ? left : right)]!);
  // The sign in the middle tells which half holds the root, and so its nearest pole.
  const half = last ? (rho * total) / 2 : width / 2;
  const rest = 1 / rho + restOfSum(differences, at, weights, n, left, half);
  const inTheMiddle =
    rest + weightLeft / (differences[at + left]! - half) + weightRight / (differences[at + right]! - half);
  const firstHalf = inTheMiddle > 0;
  if (!(firstHalf || last)) polesFrom(problem, ++origin, differences, at);
  let low = firstHalf ? 0 : last ? half : -half;
  // Rounding may put the last root a hair beyond ρ‖z‖².
  let high = firstHalf ? half : last ? 2 * half * (1 + 8 * n * EPSILON) : 0;
  // The other poles held constant, a quadratic.
  let x =
    origin === left
      ? quadraticRoot(rest, rest * width + weightLeft + weightRight, weightLeft * width, last)
      : quadraticRoot(rest, -rest * width + weightLeft + weightRight, -weightRight * width, last);
  if (!(x > low && x < high)) x = between(low, high);
  let former = 0;
  let middleWay = last;
  for (let step = 1; ; step++) {
    evaluate(differences, at, weights, n, right, x, sums);
    const f = 1 / rho + sums[PSI]! + sums[PHI]!;
    const slope = sums[PSI_SLOPE]! + sums[PHI_SLOPE]!;
    // Below what rounding of the sums, and of x itself, makes of zero.
    if (Math.abs(f) <= EPSILON * (2 / rho + sums[ROUNDING]! + Math.abs(x) * slope)) break;
    if (f < 0) low = x;
    else high = x;
    if (high - low <= 2 * EPSILON * Math.max(Math.abs(low), Math.abs(high))) break;
    if (step === STEPS) throw new ConvergenceError("secularRoots", step, Math.abs(f));
    // Where the fixed weight gains little, the far pole is the stronger one: change the interpolation.
    if (step > 1 && !last && f * former > 0 && Math.abs(f) > Math.abs(former) / 10) middleWay = !middleWay;
    former = f;
    const toLeft = differences[at + left]! - x;
    const toRight = differences[at + right]! - x;
    const constant = middleWay
      ? f - toLeft * sums[PSI_SLOPE]! - toRight * sums[PHI_SLOPE]!
      : origin === left
        ? f - toRight * slope + (weightLeft * width) / (toLeft * toLeft)
        : f - toLeft * slope - (weightRight * width) / (toRight * toRight);
    let move = quadraticRoot(constant, (toLeft + toRight) * f - toLeft * toRight * slope, toLeft * toRight * f, last);
    if (!(f * move < 0)) move = -f / slope;
    let next = x + move;
    if (!(next > low && next < high)) next = between(low, high);
    if (next === x) break;
    x = next;
  }
  for (let j = 0; j < n; j++) differences[at + j]! -= x;
  origins[i] = origin;
  offsets[i] = x;
}

/** pⱼ − p_origin for all j. */
function polesFrom({ d, n, squared }: SecularProblem, origin: number, out: Float64Array, at: number): void {
  const d0 = d[origin]!;
  if (squared) for (let j = 0; j < n; j++) out[at + j] = (d[j]! - d0) * (d[j]! + d0);
  else for (let j = 0; j < n; j++) out[at + j] = d[j]! - d0;
}

/** Σ wⱼ/(pⱼ − x) without the poles `left` and left + 1. */
function restOfSum(p: Float64Array, at: number, w: Float64Array, n: number, left: number, x: number): number {
  let below = 0;
  let above = 0;
  for (let j = 0; j < left; j++) below += w[j]! / (p[at + j]! - x);
  for (let j = n - 1; j > left + 1; j--) above += w[j]! / (p[at + j]! - x);
  return below + above;
}

/** ψ and φ at x with their slopes, each summed towards the root, where its largest terms are; and a bound on their rounding, in ε. */
function evaluate(
  p: Float64Array,
  at: number,
  w: Float64Array,
  n: number,
  right: number,
  x: number,
  sums: Float64Array,
): void {
  let psi = 0;
  let psiSlope = 0;
  let partial = 0;
  for (let j = 0; j < right; j++) {
    const inverse = 1 / (p[at + j]! - x);
    const term = w[j]! * inverse;
    psi += term;
    psiSlope += term * inverse;
    partial -= psi;
  }
  let phi = 0;
  let phiSlope = 0;
  for (let j = n - 1; j >= right; j--) {
    const inverse = 1 / (p[at + j]! - x);
    const term = w[j]! * inverse;
    phi += term;
    phiSlope += term * inverse;
    partial += Math.abs(phi);
  }
  sums[PSI] = psi;
  sums[PSI_SLOPE] = psiSlope;
  sums[PHI] = phi;
  sums[PHI_SLOPE] = phiSlope;
  sums[ROUNDING] = 8 * (Math.abs(phi) - psi) + partial;
}

/**
 * The root of ct² − at + b between the two poles of its fraction, (a − √(a² − 4bc))/2c, or beyond both (`outer`), with the other
 * sign; written so that nothing cancels. NaN or infinite where there is none.
 */
function quadraticRoot(c: number, a: number, b: number, outer: boolean): number {
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c));
  if (outer) return a >= 0 ? (a + root) / (2 * c) : (2 * b) / (a - root);
  return a <= 0 ? (a - root) / (2 * c) : (2 * b) / (a + root);
}

/**
 * A point inside the bracket: halfway in exponent where its ends lie far apart, since a root may be many powers of two from its pole.
 */
function between(low: number, high: number): number {
  const lowIsNearer = Math.abs(low) < Math.abs(high);
  const small = lowIsNearer ? low : high;
  const large = lowIsNearer ? high : low;
  if (small === 0) return large / 32;
  return large / small > 4 ? small * Math.sqrt(large / small) : (low + high) / 2;
}
