import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EPSILON, lstsq, type Matrix, qr } from "../../src/math";

interface Regression {
  name: string;
  input: { x: number[][]; y: number[]; intercept: boolean; polynomialDegree: number | null };
  expected: { beta: number[]; residualSd: number };
  tol: { beta: { kind: string; value: number } };
}
const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/nist.json"), "utf8")) as {
  cases: Regression[];
};

/** 1, x, x², … of one variable, or 1 and the variables. */
function design({ x, intercept, polynomialDegree }: Regression["input"]): Matrix {
  const rows = x.map((row) => {
    const terms =
      polynomialDegree === null
        ? row
        : Array.from({ length: polynomialDegree }, (_, k) => (row[0] as number) ** (k + 1));
    return intercept ? [1, ...terms] : terms;
  });
  return { rows: rows.length, cols: rows[0]?.length ?? 0, data: Float64Array.from(rows.flat()) };
}

/** Correct digits of the worst coefficient: −log₁₀ of its relative error, or of its error where the truth is zero. */
const logRelativeError = (got: ArrayLike<number>, want: number[]) =>
  Math.min(
    ...want.map((value, i) => {
      const error = Math.abs((got[i] as number) - value) / (value === 0 ? 1 : Math.abs(value));
      return error === 0 ? 17 : -Math.log10(error);
    }),
  );

/** β from R β = Qᵀy. */
function byQr(a: Matrix, y: number[]): Float64Array {
  const { q, r } = qr(a);
  const n = a.cols;
  const beta = Float64Array.from({ length: n }, (_, j) =>
    y.reduce((sum, v, i) => sum + v * (q.data[i * n + j] as number), 0),
  );
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) beta[i] = (beta[i] as number) - (r.data[i * n + j] as number) * (beta[j] as number);
    beta[i] = (beta[i] as number) / (r.data[i * (n + 1)] as number);
  }
  return beta;
}

describe.each(cases.map((c) => [c.name, c] as const))("oracle: %s", (_, { input, expected, tol }) => {
  const a = design(input);
  it("has its certified digits through lstsq", () => {
    const { x, rank, residualNorm } = lstsq(a, input.y);
    expect(rank).toBe(a.cols);
    expect(logRelativeError(x, expected.beta)).toBeGreaterThanOrEqual(tol.beta.value);
    const freedom = a.rows - a.cols;
    // An exact fit leaves what rounding the fitted values leaves.
    const rounding = 30 * EPSILON * Math.hypot(...input.y);
    expect(Math.abs(residualNorm / Math.sqrt(freedom) - expected.residualSd)).toBeLessThanOrEqual(
      1e-8 * expected.residualSd + rounding,
    );
  });
  it("has its certified digits through qr", () => {
    expect(logRelativeError(byQr(a, input.y), expected.beta)).toBeGreaterThanOrEqual(tol.beta.value);
  });
});

it("runs every case of the file", () => {
  expect(cases).toHaveLength(6);
});
