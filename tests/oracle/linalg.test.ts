import { describe, expect, it } from "vitest";
import {
  cholesky,
  column,
  cond,
  det,
  diagonal,
  EPSILON,
  eig,
  eigh,
  identity,
  inverse,
  lstsq,
  lu,
  type Matrix,
  matmul,
  matvec,
  nullSpace,
  pinv,
  qr,
  rank,
  solve,
  svd,
  transpose,
} from "../../src/math";
import {
  caseMatrix,
  frobenius,
  type LinalgCase,
  leastTotalPairing,
  linalgCases,
  minus,
  number,
  numbers,
  orthogonality,
  residual,
  scaleOf,
  times,
  toMatrix,
} from "../support/linalgOracle";
import { oneNorm } from "../support/ratios";

/** LAPACK's own threshold in TESTING/dtest.in. */
const RATIO = 30;
const near = (x: ArrayLike<number>, y: number[]) => Math.hypot(...y.map((v, i) => v - (x[i] as number)));

const checks: Record<string, (a: Matrix, c: LinalgCase) => void> = {
  svd(a, { expected, tol }) {
    const q = scaleOf(a);
    const { u, s, vt } = svd(a);
    numbers(expected.S)
      .slice(0, s.length)
      .forEach((value, i) => {
        expect(Math.abs((s[i] as number) - value)).toBeLessThanOrEqual(number(tol.S?.value));
      });
    for (let i = 1; i < s.length; i++) expect(s[i]).toBeLessThanOrEqual(s[i - 1] as number);
    expect(residual(times(a, q), matmul(matmul(u, diagonal(s.map((v) => v * q))), vt))).toBeLessThanOrEqual(RATIO);
    expect(orthogonality(u, Math.max(a.rows, a.cols))).toBeLessThanOrEqual(RATIO);
    expect(orthogonality(transpose(vt), Math.max(a.rows, a.cols))).toBeLessThanOrEqual(RATIO);
  },
  rank(a, { expected }) {
    expect((expected.rankAnyOf as number[] | undefined) ?? [expected.rank]).toContain(rank(a));
  },
  cond(a, { expected, tol }) {
    const got = cond(a);
    if (tol.cond2?.kind === "atLeast") expect(got).toBeGreaterThanOrEqual(number(tol.cond2.value));
    else
      expect(Math.abs(got - number(expected.cond2))).toBeLessThanOrEqual(
        number(tol.cond2?.value) * number(expected.cond2),
      );
  },
  nullspace(a, { expected }) {
    const n = nullSpace(a);
    expect(n.cols).toBe(expected.nullity);
    const scaled = times(a, scaleOf(a));
    const size = frobenius(scaled) * Math.max(a.rows, a.cols) * EPSILON;
    if (size > 0) expect(frobenius(matmul(scaled, n)) / size).toBeLessThanOrEqual(RATIO);
    expect(orthogonality(n, a.cols)).toBeLessThanOrEqual(RATIO);
  },
  pinv(a, { expected, tol }) {
    const want = toMatrix(expected.P);
    const got = pinv(a);
    expect([got.rows, got.cols]).toEqual([want.rows, want.cols]);
    const q = scaleOf(want);
    expect(frobenius(minus(times(got, q), times(want, q)))).toBeLessThanOrEqual(number(tol.P?.value ?? 0) * q);
  },
  lstsq(a, { input, expected, tol }) {
    expect(near(lstsq(a, numbers(input.b)).x, numbers(expected.x))).toBeLessThanOrEqual(number(tol.x?.value));
  },
  det(a, { expected, tol }) {
    const want = number(expected.det);
    if (Number.isFinite(want))
      expect(Math.abs(det(a) - want)).toBeLessThanOrEqual(Math.max(number(tol.det?.value), 2e-323));
    else expect(det(a)).toBe(want);
  },
  solve(a, { input, expected, tol }) {
    const b = numbers(input.b);
    const x = solve(a, b);
    if (x === null) throw new Error("singular");
    const q = scaleOf(a);
    const gap = matvec(times(a, q), x).map((v, i) => Math.abs((b[i] as number) * q - v));
    const size = oneNorm(times(a, q)) * x.reduce((sum, v) => sum + Math.abs(v), 0) * EPSILON;
    expect(gap.reduce((sum, v) => sum + v, 0) / Math.max(size, 1e-300)).toBeLessThanOrEqual(RATIO);
    if (tol.x) expect(near(x, numbers(expected.x))).toBeLessThanOrEqual(number(tol.x.value));
  },
  inverse(a, { expected }) {
    const got = inverse(a);
    expect(got.singular).toBe(expected.singular);
    if (got.singular) return;
    const q = scaleOf(a);
    const back = times(got.inverse, 1 / q);
    const size = a.rows * oneNorm(times(a, q)) * oneNorm(back) * EPSILON;
    expect(oneNorm(minus(identity(a.rows), matmul(back, times(a, q)))) / size).toBeLessThanOrEqual(RATIO);
  },
  lu(a) {
    const { l, u, perm } = lu(a);
    const q = scaleOf(a);
    const pa: Matrix = {
      ...a,
      data: Float64Array.from(
        a.data,
        (_, k) => (a.data[(perm[Math.floor(k / a.cols)] as number) * a.cols + (k % a.cols)] as number) * q,
      ),
    };
    const size = a.rows * oneNorm(pa) * EPSILON;
    if (size > 0) expect(oneNorm(minus(pa, matmul(l, times(u, q)))) / size).toBeLessThanOrEqual(RATIO);
    expect(Math.max(...l.data.map(Math.abs))).toBeLessThanOrEqual(1 + 4 * EPSILON);
  },
  qr(a) {
    const { q, r } = qr(a);
    const k = scaleOf(a);
    expect(residual(times(a, k), matmul(q, times(r, k)))).toBeLessThanOrEqual(RATIO);
    expect(orthogonality(q, Math.max(a.rows, a.cols))).toBeLessThanOrEqual(RATIO);
  },
  cholesky(a, { expected }) {
    const got = cholesky(a);
    expect(got.spd).toBe(expected.spd);
    if (!got.spd) return;
    const q = scaleOf(a);
    const rebuilt = matmul(times(got.l, q), transpose(got.l));
    expect(oneNorm(minus(times(a, q), rebuilt)) / (a.rows * oneNorm(times(a, q)) * EPSILON)).toBeLessThanOrEqual(RATIO);
  },
  eigSym(a, { expected, tol }) {
    const { values, vectors } = eigh(a);
    const want = numbers(expected.re).map((value, i) => ({ value, tol: numbers(tol.lambda?.value)[i] as number }));
    want.sort((x, y) => y.value - x.value);
    want.forEach(({ value, tol }, i) => {
      expect(Math.abs((values[i] as number) - value)).toBeLessThanOrEqual(Math.max(tol, 1e-322));
    });
    const q = scaleOf(a);
    const rebuilt = matmul(matmul(vectors, diagonal(values.map((v) => v * q))), transpose(vectors));
    expect(residual(times(a, q), rebuilt)).toBeLessThanOrEqual(RATIO);
    expect(orthogonality(vectors, a.rows)).toBeLessThanOrEqual(RATIO);
  },
  eig(a, { expected, tol, skipLambda = [] }) {
    const got = eig(a);
    const q = scaleOf(a);
    const [wantRe, wantIm, bounds] = [numbers(expected.re), numbers(expected.im), numbers(tol.lambda?.value)];
    expect(got.re).toHaveLength(wantRe.length);
    const distance = wantRe.map((re, i) =>
      Array.from(got.re, (value, j) => Math.hypot(value - re, (got.im[j] as number) - (wantIm[i] as number))),
    );
    leastTotalPairing(distance).forEach((j, i) => {
      if (skipLambda.includes(i)) return;
      expect(distance[i]?.[j]).toBeLessThanOrEqual(Math.max(bounds[i] as number, 1e-322));
    });
    // Both parts of AV − VΛ.
    const scaled = times(a, q);
    const [x, y] = [got.vectors.re, got.vectors.im];
    const [re, im] = [diagonal(got.re.map((v) => v * q)), diagonal(got.im.map((v) => v * q))];
    const gapRe = minus(minus(matmul(scaled, x), matmul(x, re)), times(matmul(y, im), -1));
    const gapIm = minus(minus(matmul(scaled, y), matmul(x, im)), matmul(y, re));
    const size = a.rows * frobenius(scaled) * EPSILON;
    if (size > 0) expect(Math.hypot(frobenius(gapRe), frobenius(gapIm)) / size).toBeLessThanOrEqual(RATIO);
    for (let j = 0; j < a.cols; j++)
      expect(Math.abs(Math.hypot(...column(x, j), ...column(y, j)) - 1)).toBeLessThanOrEqual(RATIO * EPSILON);
  },
};

describe.each(Object.keys(checks))("oracle: %s", (op) => {
  it.each(linalgCases.filter((c) => c.op === op).map((c) => [c.name, c] as const))("%s", (_, c) => {
    checks[op]?.(caseMatrix(c.input.A), c);
  });
});

it("runs every case of the file", () => {
  expect(linalgCases.filter(({ op }) => !(op in checks)).map(({ name }) => name)).toEqual([]);
  expect(linalgCases).toHaveLength(604);
});
