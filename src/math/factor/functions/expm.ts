/**
 * e^A for n × n: A is halved s times until the Padé approximant of degree 3, 5, 7, 9 or 13 is right to rounding, and the result squared
 * s times (Higham 2005; the choice of s by ‖Aᵏ‖^{1/k}, which a large nilpotent part does not mislead, of Al-Mohy & Higham 2009, Algorithm 5.1).
 * The mean of the diagonal is taken out first where that makes A much smaller. About 2n³ (6 + s) flops, 8 s n³ where A is far from normal.
 */

import { DomainError } from "../../errors";
import { matmul } from "../../kernels/matmul";
import { largestFinite } from "../../matrix/finite";
import { identity, type Matrix, zeros } from "../../matrix/matrix";
import { squareSize } from "../../matrix/square";
import { EPSILON } from "../../tolerance";
import { solve } from "../lu";
import { oneNorm } from "../norms";

/** Largest ‖A‖ for which the approximant of this degree has a backward error under 2⁻⁵³ (Al-Mohy & Higham 2009, table 3.1). */
const REACH = {
  3: 1.495585217958292e-2,
  5: 2.53939833006323e-1,
  7: 9.504178996162932e-1,
  9: 2.097847961257068,
  13: 4.25,
};
type Degree = keyof typeof REACH;

/**
 * The exponential of a square matrix. Throws ShapeError; DomainError for an entry that is not finite, and where an entry of e^A
 * (or of the powers on the way) is too large for a double, since squaring would make NaN of infinities.
 */
export function expm(a: Matrix): Matrix {
  const n = squareSize("expm", a);
  if (largestFinite("expm", a) === 0) return identity(n);
  const { mean, rest } = withoutMean(a);
  const { degree, halvings } = plan(rest);
  const small = times(rest, 2 ** -halvings);
  let result = times(approximant(small, degree), Math.exp(mean * 2 ** -halvings));
  for (let k = 0; k < halvings; k++) result = matmul(result, result);
  if (!result.data.every(Number.isFinite))
    throw new DomainError("expm", "the exponential of A", `in the range of a double: A has norm ${oneNorm(a)}`);
  return result;
}

/** A = mean·I + rest; mean 0 unless the rest is four times smaller than A, since a shift costs zeros of the diagonal their exactness. */
function withoutMean(a: Matrix): { readonly mean: number; readonly rest: Matrix } {
  let mean = 0;
  for (let i = 0; i < a.rows; i++) mean += a.data[i * (a.rows + 1)]! / a.rows;
  const rest = { ...a, data: a.data.slice() };
  for (let i = 0; i < a.rows; i++) rest.data[i * (a.rows + 1)]! -= mean;
  return oneNorm(rest) < oneNorm(a) / 4 ? { mean, rest } : { mean: 0, rest: a };
}

const times = (a: Matrix, factor: number): Matrix => ({ ...a, data: a.data.map((v) => v * factor) });

/** So far away no norm overflows. */
const FAR = 2 ** -64;

/** How often ‖A‖ is halved until degree 13 reaches it. */
const halvingsOf = (a: Matrix) => Math.ceil(Math.log2(oneNorm(times(a, FAR)) / REACH[13]) - Math.log2(FAR));

/** The lowest degree that is right without a halving, else 13 and how many halvings it needs. */
function plan(a: Matrix): { readonly degree: Degree; readonly halvings: number } {
  const norm = oneNorm(a);
  // Powers of so large a matrix would overflow; its exponential is zero or out of range.
  if (norm > 2 ** 60) return { degree: 13, halvings: halvingsOf(a) };
  const a2 = matmul(a, a);
  const a4 = matmul(a2, a2);
  const a6 = matmul(a2, a4);
  const d4 = oneNorm(a4) ** (1 / 4);
  const d6 = oneNorm(a6) ** (1 / 6);
  const first = Math.max(d4, d6);
  for (const degree of [3, 5] as const)
    if (first <= REACH[degree] && extraHalvings(a, degree) === 0) return { degree, halvings: 0 };
  const d8 = oneNorm(matmul(a4, a4)) ** (1 / 8);
  const second = Math.max(d6, d8);
  for (const degree of [7, 9] as const)
    if (second <= REACH[degree] && extraHalvings(a, degree) === 0) return { degree, halvings: 0 };
  const d10 = oneNorm(matmul(a4, a6)) ** (1 / 10);
  const growth = Math.min(second, Math.max(d8, d10));
  const halvings = growth === 0 ? 0 : Math.max(0, Math.ceil(Math.log2(growth / REACH[13])));
  return { degree: 13, halvings: halvings + extraHalvings(times(a, 2 ** -halvings), 13) };
}

/** Halvings that rounding asks for: the first neglected term, c ‖|A|^{2m+1}‖, has to stay under u ‖A‖. */
function extraHalvings(a: Matrix, degree: Degree): number {
  const power = 2 * degree + 1;
  const n = a.rows;
  let row = new Float64Array(n).fill(1);
  // 1ᵀ|A|^{2m+1}, one product at a time; its largest entry is the norm. Kept in range by its own logarithm.
  let logarithm = 0;
  for (let k = 0; k < power; k++) {
    const next = new Float64Array(n);
    let largest = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) next[j]! += row[i]! * Math.abs(a.data[i * n + j]!);
    for (let j = 0; j < n; j++) largest = Math.max(largest, next[j]!);
    if (largest === 0) return 0;
    for (let j = 0; j < n; j++) next[j]! /= largest;
    logarithm += Math.log2(largest);
    row = next;
  }
  const excess = logCoefficient(degree) + logarithm - Math.log2(oneNorm(a)) - Math.log2(EPSILON / 2);
  return Math.max(0, Math.ceil(excess / (2 * degree)));
}

/** log₂ of m!² / ((2m)! (2m+1)!), the coefficient of the first term of the backward error. */
function logCoefficient(degree: Degree): number {
  let sum = 0;
  for (let k = degree + 1; k <= 2 * degree; k++) sum -= Math.log2(k);
  for (let k = degree + 1; k <= 2 * degree + 1; k++) sum -= Math.log2(k);
  return sum;
}

/** r(A) = (V − U)⁻¹ (V + U), U the odd and V the even part of the numerator. */
function approximant(a: Matrix, degree: Degree): Matrix {
  const b = coefficients(degree);
  const a2 = matmul(a, a);
  const a4 = matmul(a2, a2);
  const a6 = degree >= 7 ? matmul(a2, a4) : a4;
  const even = zeros(a.rows, a.rows);
  const odd = zeros(a.rows, a.rows);
  if (degree === 13) {
    // A⁶ taken out of the upper half saves two products.
    const [highEven, highOdd] = [zeros(a.rows, a.rows), zeros(a.rows, a.rows)];
    [a2, a4, a6].forEach((power, k) => {
      add(highEven, power, b[8 + 2 * k]!);
      add(highOdd, power, b[9 + 2 * k]!);
    });
    add(even, matmul(a6, highEven), 1);
    add(odd, matmul(a6, highOdd), 1);
  }
  const powers = [a2, a4, a6, ...(degree === 9 ? [matmul(a4, a4)] : [])];
  powers.slice(0, Math.min(powers.length, (degree - 1) / 2)).forEach((power, k) => {
    add(even, power, b[2 * k + 2]!);
    add(odd, power, b[2 * k + 3]!);
  });
  for (let i = 0; i < a.rows; i++) {
    even.data[i * (a.rows + 1)]! += b[0]!;
    odd.data[i * (a.rows + 1)]! += b[1]!;
  }
  const u = matmul(a, odd);
  return quotient(even, u);
}

/** The numerator's coefficients of A⁰ … A^m, divided by the last: (2m − k)! m! / ((2m)! (m − k)! k!) over that of k = m. */
function coefficients(degree: number): Float64Array {
  const b = new Float64Array(degree + 1);
  b[degree] = 1;
  // The ratio of neighbours is (2m − k + 1)… read backwards: b[k−1] = b[k] · k (2m − k + 1) / (m − k + 1).
  for (let k = degree; k > 0; k--) b[k - 1] = (b[k]! * k * (2 * degree - k + 1)) / (degree - k + 1);
  return b;
}

function add(target: Matrix, source: Matrix, factor: number): void {
  for (let i = 0; i < target.data.length; i++) target.data[i]! += factor * source.data[i]!;
}

/** (V − U)⁻¹ (V + U). V − U is well conditioned for every norm within reach; a zero pivot is an overflow, and NaN says so. */
function quotient(v: Matrix, u: Matrix): Matrix {
  const difference = { ...v, data: v.data.map((x, i) => x - u.data[i]!) };
  const sum = { ...v, data: v.data.map((x, i) => x + u.data[i]!) };
  return solve(difference, sum) ?? times(v, Number.NaN);
}
