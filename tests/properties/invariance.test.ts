/** What a change of the question may do to the answer: transposing, scaling by 2ᵏ, exchanging rows and columns, turning the space. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cholesky,
  createRandom,
  det,
  EPSILON,
  eig,
  eigh,
  lstsq,
  lu,
  type Matrix,
  pinv,
  qr,
  rank,
  singularValues,
  svd,
} from "../../src/math";
import { orthonormal } from "../support/arbitraryMatrix";
import { RUNS } from "../support/holds";
import { difference, oneNorm, product, RATIO, timesPowerOfTwo, turned, valuesRatio } from "../support/ratios";
import { type Drawn, drawn, general, symmetric } from "../support/spectra";

const LONGEST = 60;
const powers = fc.integer({ min: -300, max: 300 });
const plain = (draws: fc.Arbitrary<Drawn>) => draws.map((draw) => ({ ...draw, exponent: 0 }));
const timeout = 1000 * Math.max(60, RUNS / 2);

function always<T>(name: string, values: fc.Arbitrary<T>, predicate: (value: T) => void): void {
  it(name, { timeout }, () => fc.assert(fc.property(values, predicate), { numRuns: RUNS }));
}

/** A shuffled 0 … n − 1. */
function shuffled(n: number, seed: number): number[] {
  const random = createRandom(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
const exchanged = (a: Matrix, rows: number[], cols: number[]): Matrix => ({
  ...a,
  data: Float64Array.from(
    a.data,
    (_, k) => a.data[(rows[Math.floor(k / a.cols)] as number) * a.cols + (cols[k % a.cols] as number)] as number,
  ),
});
const longer = (a: Matrix) => Math.max(a.rows, a.cols);

describe("transposing", () => {
  always("leaves the singular values", plain(drawn("any", LONGEST)), (draw) => {
    const a = general(draw);
    expect(valuesRatio(svd(turned(a)).s, svd(a).s, longer(a))).toBeLessThanOrEqual(RATIO);
    expect(valuesRatio(singularValues(turned(a)), svd(a).s, longer(a))).toBeLessThanOrEqual(RATIO);
  });

  always("transposes the pseudoinverse", plain(drawn("any", LONGEST)), (draw) => {
    const a = general({ ...draw, condition: Math.min(draw.condition, 1e8) });
    const p = pinv(a);
    const allowed = RATIO * longer(a) * EPSILON * draw.condition * oneNorm(p);
    expect(oneNorm(difference(turned(pinv(turned(a))), p))).toBeLessThanOrEqual(allowed);
  });
});

describe("scaling by a power of two", () => {
  always(
    "scales what it should and leaves the rest, to the bit",
    fc.tuple(plain(drawn("square", LONGEST)), powers),
    ([draw, k]) => {
      const a = general(draw);
      const scaled = timesPowerOfTwo(a, k);
      const times = (values: Float64Array) => values.map((v) => v * 2 ** k);
      expect(svd(scaled)).toEqual({ ...svd(a), s: times(svd(a).s) });
      expect(singularValues(scaled)).toEqual(times(singularValues(a)));
      expect(qr(scaled)).toEqual({ ...qr(a), r: timesPowerOfTwo(qr(a).r, k) });
      expect(lu(scaled)).toEqual({ ...lu(a), u: timesPowerOfTwo(lu(a).u, k) });
      expect(eig(scaled)).toEqual({ ...eig(a), re: times(eig(a).re), im: times(eig(a).im) });
      expect(rank(scaled)).toBe(rank(a));
    },
  );

  always("scales eigenvalues and Cholesky's factor", fc.tuple(plain(drawn("square", LONGEST)), powers), ([draw, k]) => {
    const { a } = symmetric({ ...draw, condition: Math.min(draw.condition, 1e10) }, true);
    expect(eigh(timesPowerOfTwo(a, k))).toEqual({ ...eigh(a), values: eigh(a).values.map((v) => v * 2 ** k) });
    const [plainly, scaled] = [cholesky(a), cholesky(timesPowerOfTwo(a, 2 * k))];
    if (!plainly.spd || !scaled.spd) throw new Error("not positive definite");
    expect(scaled.l).toEqual(timesPowerOfTwo(plainly.l, k));
  });
});

describe("exchanging rows and columns", () => {
  always("leaves singular values, rank and |det|", plain(drawn("square", LONGEST)), (draw) => {
    const a = general({ ...draw, condition: Math.min(draw.condition, 1e10) });
    const other = exchanged(a, shuffled(a.rows, draw.seed), shuffled(a.cols, draw.seed + 1));
    expect(valuesRatio(svd(other).s, svd(a).s, longer(a))).toBeLessThanOrEqual(RATIO);
    expect(rank(other)).toBe(rank(a));
    const allowed = RATIO * a.rows * a.rows * EPSILON * Math.min(draw.condition, 1e10) * Math.abs(det(a));
    expect(Math.abs(Math.abs(det(other)) - Math.abs(det(a)))).toBeLessThanOrEqual(allowed);
  });

  always("alike on both sides leaves eigenvalues", plain(drawn("square", LONGEST)), (draw) => {
    const { a } = symmetric(draw);
    const order = shuffled(a.rows, draw.seed);
    expect(valuesRatio(eigh(exchanged(a, order, order)).values, eigh(a).values, a.rows)).toBeLessThanOrEqual(RATIO);
  });

  always("of equations leaves the least-squares solution", plain(drawn("any", LONGEST)), (draw) => {
    const condition = Math.min(draw.condition, 1e6);
    const a = general({ ...draw, condition });
    const b = Float64Array.from({ length: a.rows }, (_, i) => Math.sin(i + 1));
    const order = shuffled(a.rows, draw.seed);
    const same = Array.from({ length: a.cols }, (_, j) => j);
    const x = lstsq(a, b).x;
    const y = lstsq(
      exchanged(a, order, same),
      order.map((i) => b[i] as number),
    ).x;
    // Wedin's bound: κ times the solution's size, κ² times the residual's.
    const allowed = RATIO * longer(a) * EPSILON * condition ** 2 * (Math.hypot(...x) + Math.hypot(...b));
    expect(Math.hypot(...x.map((v, i) => v - (y[i] as number)))).toBeLessThanOrEqual(allowed);
  });
});

describe("turning the space", () => {
  always("leaves singular values", plain(drawn("any", LONGEST)), (draw) => {
    const a = general(draw);
    const [left, right] = [orthonormal(a.rows, a.rows, draw.seed), orthonormal(a.cols, a.cols, draw.seed + 7)];
    const other = product(product(left, a), right);
    expect(valuesRatio(svd(other).s, svd(a).s, longer(a))).toBeLessThanOrEqual(RATIO);
  });

  always("leaves eigenvalues of a symmetric matrix", plain(drawn("square", LONGEST)), (draw) => {
    const { a } = symmetric(draw);
    const q = orthonormal(a.rows, a.rows, draw.seed);
    const other = product(product(q, a), turned(q));
    expect(valuesRatio(eigh(other).values, eigh(a).values, a.rows)).toBeLessThanOrEqual(RATIO);
  });
});
