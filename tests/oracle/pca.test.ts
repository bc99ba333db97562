import { describe, expect, it } from "vitest";
import { inverseTransform, type Matrix, momentsOf, type Pca, pca, pcaOfMoments, scores } from "../../src/math";
import { type OracleCase, oracleCases, oracleTable, preparationOf, statedRows } from "../support/pcaTruth";

const data = (name: string): Matrix => {
  const { shape, data: entries } = oracleTable(name);
  return { rows: shape[0], cols: shape[1], data: Float64Array.from(entries) };
};

function expectModel(model: Pca, { expected, tol, input }: OracleCase): void {
  const x = data(input.X);
  if (preparationOf(input.mode).standardise) expect([...model.columns]).toEqual(expected.nonConstantColumns);
  [...model.columns].forEach((column, j) => {
    const size = Math.max(...Array.from({ length: x.rows }, (_, i) => Math.abs(x.data[i * x.cols + column] as number)));
    expect(Math.abs((model.mean[j] as number) - (expected.mean[column] as number))).toBeLessThanOrEqual(
      tol.mean.value * size,
    );
  });
  const k = model.explainedVariance.length;
  for (let j = 0; j < k; j++) {
    const gap = Math.abs((model.explainedVariance[j] as number) - (expected.explainedVariance[j] ?? 0));
    expect(gap).toBeLessThanOrEqual(tol.explainedVariance.value);
    expect(model.explainedVarianceRatio[j]).toBeCloseTo(expected.explainedVarianceRatio[j] ?? 0, 10);
  }
  expected.components.forEach((want, j) => {
    const bound = tol.components.value[j];
    if (bound === undefined || j >= k) return;
    const got = want.map((_, i) => model.components.data[i * k + j] as number);
    const distance = (sign: number) => Math.hypot(...want.map((v, i) => v - sign * (got[i] as number)));
    expect(Math.min(distance(1), distance(-1))).toBeLessThanOrEqual(bound);
    const lead = got.reduce((a, b) => (Math.abs(b) > Math.abs(a) * (1 + 1e-9) ? b : a), 0);
    expect(lead).toBeGreaterThan(0);
  });
}

describe.each(oracleCases.map((c) => [c.name, c] as const))("oracle: %s", (_, c) => {
  const x = data(c.input.X);

  it("from rows", () => {
    const model = pca(x, preparationOf(c.input.mode));
    expectModel(model, c);
    if (!c.expected.scores || !c.expected.scoreRows || !c.tol.scores) return;
    const got = scores(model, x);
    const want = statedRows(c.expected.scores);
    c.tol.scores.value.forEach((bound, j) => {
      if (j >= got.cols) return;
      const column = (sign: number) =>
        (c.expected.scoreRows as readonly number[]).map((row, i) =>
          Math.abs((want[i]?.[j] as number) - sign * (got.data[row * got.cols + j] as number)),
        );
      const size = Math.max(...want.map((row) => Math.max(...row.map(Math.abs))));
      expect(Math.min(Math.max(...column(1)), Math.max(...column(-1)))).toBeLessThanOrEqual(bound * size);
    });
  });

  it("from moments, as a file too large to hold is read", () => {
    const model = pcaOfMoments(momentsOf(x), preparationOf(c.input.mode));
    const wanted = pca(x, preparationOf(c.input.mode));
    const scale = wanted.explainedVariance[0] as number;
    model.explainedVariance.forEach((value, j) => {
      expect(Math.abs(value - (wanted.explainedVariance[j] as number))).toBeLessThanOrEqual(1e-12 * scale);
    });
  });

  it("rebuilds the rows from all their scores", () => {
    const model = pca(x, preparationOf(c.input.mode));
    const rebuilt = inverseTransform(model, scores(model, x));
    for (let i = 0; i < x.rows; i++)
      [...model.columns].forEach((column, j) => {
        const value = x.data[i * x.cols + column] as number;
        expect(Math.abs((rebuilt.data[i * rebuilt.cols + j] as number) - value)).toBeLessThanOrEqual(
          1e-12 * (1 + Math.abs(value)),
        );
      });
  });
});
