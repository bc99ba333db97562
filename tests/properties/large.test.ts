/** Sizes at which every blocked path is taken, two and more blocks deep: 256 to 512, square, tall and wide. */
import { describe, expect, it } from "vitest";
import {
  cholesky,
  createRandom,
  EPSILON,
  eig,
  eigh,
  lstsq,
  lu,
  matmul,
  qr,
  singularValues,
  solve,
  svd,
  truncatedSvd,
} from "../../src/math";
import {
  columnsTimes,
  difference,
  oneNorm,
  orthogonalityRatio,
  product,
  RATIO,
  residualRatio,
  turned,
  valuesRatio,
} from "../support/ratios";
import { type Drawn, general, SPECTRA, symmetric, valuesOf } from "../support/spectra";

const draw = (rows: number, cols: number, spectrum: Drawn["spectrum"], condition: number): Drawn => ({
  rows,
  cols,
  spectrum,
  condition,
  exponent: 0,
  seed: rows + 7 * cols,
});
const EVERY = SPECTRA;
/** Graded over twelve digits, and all equal but one: much to do for the merge of two halves, and nearly nothing. */
const TWO = ["geometric", "one small"] as const;

describe.each([
  [256, 256, EVERY],
  [512, 300, TWO],
  [260, 417, TWO],
  [512, 512, TWO],
] as const)("%i × %i", (rows, cols, spectra) => {
  it.each(spectra)("svd, singularValues and qr: %s", (spectrum) => {
    const made = draw(rows, cols, spectrum, 1e12);
    const a = general(made);
    const { u, s, vt } = svd(a);
    expect(residualRatio(a, columnsTimes(u, s), vt)).toBeLessThanOrEqual(RATIO);
    expect(orthogonalityRatio(u)).toBeLessThanOrEqual(RATIO);
    expect(orthogonalityRatio(turned(vt))).toBeLessThanOrEqual(RATIO);
    expect(valuesRatio(s, valuesOf(made), Math.max(rows, cols))).toBeLessThanOrEqual(RATIO);
    expect(valuesRatio(singularValues(a), valuesOf(made), Math.max(rows, cols))).toBeLessThanOrEqual(RATIO);
    const { q, r } = qr(a);
    expect(residualRatio(a, q, r)).toBeLessThanOrEqual(RATIO);
    expect(orthogonalityRatio(q)).toBeLessThanOrEqual(RATIO);
  });
});

describe.each([
  [256, EVERY],
  [333, TWO],
  [512, TWO],
] as const)("n = %i", (n, spectra) => {
  it.each(spectra)("eigh: %s", (spectrum) => {
    const { a, values: truth } = symmetric(draw(n, n, spectrum, 1e12));
    const { values, vectors } = eigh(a);
    expect(residualRatio(a, columnsTimes(vectors, values), turned(vectors))).toBeLessThanOrEqual(RATIO);
    expect(orthogonalityRatio(vectors)).toBeLessThanOrEqual(RATIO);
    expect(valuesRatio(values, truth, n)).toBeLessThanOrEqual(RATIO);
  });

  it("lu, solve and cholesky", () => {
    const { a } = symmetric(draw(n, n, "geometric", 1e6), true);
    const { l, u, perm } = lu(a);
    const rows = Float64Array.from(
      a.data,
      (_, k) => a.data[(perm[Math.floor(k / n)] as number) * n + (k % n)] as number,
    );
    expect(residualRatio({ ...a, data: rows }, l, u)).toBeLessThanOrEqual(RATIO);
    const factor = cholesky(a);
    if (!factor.spd) throw new Error("not positive definite");
    expect(residualRatio(a, factor.l, turned(factor.l))).toBeLessThanOrEqual(RATIO);
    const ones = { rows: n, cols: 1, data: new Float64Array(n).fill(1) };
    const b = product(a, ones);
    const x = solve(a, b.data);
    if (x === null) throw new Error("singular");
    const gap = difference(product(a, { ...ones, data: x }), b);
    expect(oneNorm(gap) / (n * oneNorm(a) * oneNorm({ ...ones, data: x }) * EPSILON)).toBeLessThanOrEqual(RATIO);
  });

  it("matmul equals three loops to rounding", () => {
    const [a, b] = [general(draw(n, n - 3, "arithmetic", 10)), general(draw(n - 3, n + 5, "random", 1e3))];
    const allowed = RATIO * n * EPSILON * oneNorm(a) * oneNorm(b);
    expect(oneNorm(difference(matmul(a, b), product(a, b)))).toBeLessThanOrEqual(allowed);
  });
});

describe("lstsq of three right sides, its QR in two parts", () => {
  const sides = (rows: number) => general(draw(rows, 3, "arithmetic", 2));
  /** ‖B − AX‖₁ over what rounding allows. */
  const gapRatio = (a: typeof tall, x: typeof tall, b: typeof tall) =>
    oneNorm(difference(b, product(a, x))) / (Math.max(a.rows, a.cols) * oneNorm(a) * oneNorm(x) * EPSILON);
  const tall = general(draw(300, 100, "geometric", 1e6));

  it("300 × 100: what is left over is orthogonal to the columns", () => {
    const b = sides(300);
    const { x, rank } = lstsq(tall, b);
    expect(rank).toBe(100);
    const left = product(turned(tall), difference(b, product(tall, x)));
    const size = oneNorm(turned(tall)) * (oneNorm(tall) * oneNorm(x) + oneNorm(b));
    expect(oneNorm(left) / (300 * size * EPSILON)).toBeLessThanOrEqual(RATIO);
  });

  it("300 × 100 with columns in units from 2⁻²⁰ to 2²⁰: the same answers in other units", () => {
    const powers = Array.from({ length: 100 }, (_, j) => 2 ** (((j * 37) % 41) - 20));
    const sound = general(draw(300, 100, "geometric", 10));
    const b = product(sound, sides(100));
    const { x } = lstsq(columnsTimes(sound, powers), b);
    const back = { ...x, data: x.data.map((v, k) => v * (powers[Math.floor(k / 3)] as number)) };
    expect(gapRatio(sound, back, b)).toBeLessThanOrEqual(RATIO);
  });

  it("100 × 300: exact, and a combination of the rows", () => {
    const wide = turned(tall);
    const b = sides(100);
    const { x, rank } = lstsq(wide, b);
    expect(rank).toBe(100);
    expect(gapRatio(wide, x, b)).toBeLessThanOrEqual(RATIO);
    expect(gapRatio(tall, lstsq(tall, x).x, x)).toBeLessThanOrEqual(RATIO);
  });
});

it("eig of 256 × 256: AV = VΛ", () => {
  const a = general(draw(256, 256, "arithmetic", 100));
  const { re, im, vectors } = eig(a);
  const real = difference(columnsTimes(vectors.re, re), columnsTimes(vectors.im, im));
  const [left, right] = [columnsTimes(vectors.re, im).data, columnsTimes(vectors.im, re).data];
  const imaginary = left.map((v, k) => v + (right[k] as number));
  const size = 256 * oneNorm(a) * EPSILON;
  expect(oneNorm(difference(product(a, vectors.re), real)) / size).toBeLessThanOrEqual(RATIO);
  expect(oneNorm(difference(product(a, vectors.im), { ...a, data: imaginary })) / size).toBeLessThanOrEqual(RATIO);
});

it("truncatedSvd of 512 × 400: within 1 % of Eckart and Young", () => {
  const made = draw(512, 400, "geometric", 1e8);
  const { u, s, vt } = truncatedSvd(general(made), 20, { random: createRandom(3) });
  const truth = valuesOf(made);
  const best = Math.sqrt(truth.slice(20).reduce((sum, v) => sum + v * v, 0));
  const gap = difference(general(made), product(columnsTimes(u, s), vt)).data;
  expect(Math.sqrt(gap.reduce((sum, v) => sum + v * v, 0)) / best).toBeLessThanOrEqual(1.01);
});
