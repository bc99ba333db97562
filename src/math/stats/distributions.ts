/** The quantiles that control limits need: of the beta and the normal distribution. */
import { DomainError } from "../errors";

/** Lanczos' coefficients for g = 7 (Godfrey 2001): log Γ to about 15 digits for positive arguments. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** log Γ(x) for x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = LANCZOS.reduce((all, c, k) => all + (k === 0 ? c : c / (x - 1 + k)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Regularised incomplete beta function I_x(a, b), the distribution function of Beta(a, b), for 0 ≤ x ≤ 1 and a, b > 0, by its
 * continued fraction (DLMF 8.17.22, Lentz' algorithm) on the side where it converges fast. About 1e−13, losing a digit for each power
 * of ten by which a + b exceeds a thousand. O(√max(a, b)). Throws DomainError.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0))
    throw new DomainError("betaCdf", "x", "within 0 and 1, and a and b positive");
  if (x === 0 || x === 1) return x;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const term = (m: number) => {
    const k = Math.floor(m / 2);
    if (m % 2 === 0) return (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    return (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
  };
  const steady = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let [c, d] = [1, 1 / steady(1 + term(1))];
  let fraction = d;
  for (let m = 2; m < 100_000; m++) {
    d = 1 / steady(1 + term(m) * d);
    c = steady(1 + term(m) / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return front * fraction;
}

/** The x with I_x(a, b) = p, by halving the interval until it is one number. Throws DomainError as `betaCdf`. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new DomainError("betaQuantile", "p", "within 0 and 1");
  let [low, high] = [0, 1];
  for (let k = 0; k < 1100; k++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return high;
}

/** P(Z > z) for z ≥ 0: by the series of positive terms (DLMF 7.6.2) near zero, by the continued fraction (DLMF 7.9.2) beyond. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 2.5) {
    let [sum, term] = [z, z];
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = 0;
  for (let k = 120; k >= 1; k--) fraction = k / (z + fraction);
  return density / (z + fraction);
}

/**
 * The z that a standard normal variable stays below with probability p, 0 < p < 1, by Newton's method on the tail, which is convex there
 * and so approached from one side. 14 digits. Throws DomainError.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new DomainError("normalQuantile", "p", "between 0 and 1");
  const tail = Math.min(p, 1 - p);
  let z = 0;
  for (let k = 0; k < 200; k++) {
    const step = ((upperTail(z) - tail) * Math.sqrt(2 * Math.PI)) / Math.exp((-z * z) / 2);
    z += step;
    if (Math.abs(step) <= 1e-16 * z) break;
  }
  return p < 0.5 ? -z : z;
}
