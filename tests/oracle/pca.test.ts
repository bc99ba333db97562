import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inverseTransform, type Matrix, momentsOf, type Pca, pca, pcaOfMoments, scores } from "../../src/math";

interface Case {
  name: string;
  input: { X: string; mode: string };
  expected: {
    mean: number[];
    explainedVariance: number[];
    explainedVarianceRatio: number[];
    components: number[][];
    nonConstantColumns: number[];
    scoreRows?: number[];
    scores?: number[][] | { shape: [number, number]; data: number[] };
  };
  tol: {
    mean: { value: number };
    explainedVariance: { value: number };
    components: { value: number[] };
    scores?: { value: number[] };
  };
}
const file = JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/pca.json"), "utf8")) as {
  datasets: Record<string, { shape: [number, number]; data: number[] }>;
  cases: Case[];
};
const data = (name: string): Matrix => {
  const stored = file.datasets[name];
  if (!stored) throw new Error(`no dataset ${name}`);
  return { rows: stored.shape[0], cols: stored.shape[1], data: Float64Array.from(stored.data) };
};
const options = (mode: string) => ({
  standardise: mode.startsWith("correlation"),
  divisor: mode.includes("divisor n (") ? ("n" as const) : ("n-1" as const),
});
const rowsOf = (stored: NonNullable<Case["expected"]["scores"]>) =>
  Array.isArray(stored)
    ? stored
    : Array.from({ length: stored.shape[0] }, (_, i) =>
        stored.data.slice(i * stored.shape[1], (i + 1) * stored.shape[1]),
      );

function expectModel(model: Pca, { expected, tol, input }: Case): void {
  const x = data(input.X);
  if (options(input.mode).standardise) expect([...model.columns]).toEqual(expected.nonConstantColumns);
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

describe.each(file.cases.map((c) => [c.name, c] as const))("oracle: %s", (_, c) => {
  const x = data(c.input.X);

  it("from rows", () => {
    const model = pca(x, options(c.input.mode));
    expectModel(model, c);
    if (!c.expected.scores || !c.expected.scoreRows || !c.tol.scores) return;
    const got = scores(model, x);
    const want = rowsOf(c.expected.scores);
    c.tol.scores.value.forEach((bound, j) => {
      if (j >= got.cols) return;
      const column = (sign: number) =>
        (c.expected.scoreRows as number[]).map((row, i) =>
          Math.abs((want[i]?.[j] as number) - sign * (got.data[row * got.cols + j] as number)),
        );
      const size = Math.max(...want.map((row) => Math.max(...row.map(Math.abs))));
      expect(Math.min(Math.max(...column(1)), Math.max(...column(-1)))).toBeLessThanOrEqual(bound * size);
    });
  });

  it("from moments, as a file too large to hold is read", () => {
    const model = pcaOfMoments(momentsOf(x), options(c.input.mode));
    const wanted = pca(x, options(c.input.mode));
    const scale = wanted.explainedVariance[0] as number;
    model.explainedVariance.forEach((value, j) => {
      expect(Math.abs(value - (wanted.explainedVariance[j] as number))).toBeLessThanOrEqual(1e-12 * scale);
    });
  });

  it("rebuilds the rows from all their scores", () => {
    const model = pca(x, options(c.input.mode));
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
