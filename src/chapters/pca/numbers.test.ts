import { expect, it } from "vitest";
import type { Dataset } from "../../data/dataset";
import { createRandom, type Matrix, momentsOf, pca, scores } from "../../math";
import { componentsCsv, latexOf, scoreColumns, scoresCsv } from "./numbers";

const random = createRandom(4);
const x: Matrix = {
  rows: 12,
  cols: 3,
  data: Float64Array.from({ length: 36 }, (_, k) => random.normal() * (1 + (k % 3)) + 5),
};
const model = pca(x, { divisor: "n-1" });
const names = ["=width", "height, mm", "depth"];
const cells = (line: string) =>
  line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "").replaceAll('"', "")) ?? [];

it("a table of components has λ, its share and every loading to the last bit, formula-safe", () => {
  const [header = "", lambda = "", ratio = "", ...loadings] = componentsCsv(model, names).trimEnd().split("\n");
  expect(header).toBe("name,mean,scale,PC1,PC2,PC3");
  expect(lambda.split(",").slice(3).map(Number)).toEqual([...model.explainedVariance]);
  expect(ratio.split(",").slice(3).map(Number)).toEqual([...model.explainedVarianceRatio]);
  expect(loadings.map((line) => cells(line)[0])).toEqual(["'=width", "height, mm", "depth"]);
  const numbers = loadings.flatMap((line) => cells(line).slice(3, 6).map(Number));
  expect(numbers).toEqual([...model.components.data]);
  // X − mean, times V, is the scores: what the table is taken along for.
  const mean = loadings.map((line) => Number(cells(line)[1]));
  const first = [0, 1, 2].reduce((sum, j) => sum + (x.data[j]! - mean[j]!) * numbers[3 * j]!, 0);
  expect(first).toBeCloseTo(scores(model, x).data[0]!, 12);
});

it("a table of scores has the rows' labels and classes beside them, and no more numbers than a spreadsheet opens", () => {
  const dataset = {
    held: 12,
    columns: [
      { kind: "label", name: "town", values: Array.from({ length: 12 }, (_, i) => `t${i}`) },
      { kind: "number", name: "depth", values: new Float64Array(12) },
      { kind: "category", name: "kind", levels: ["a", "b"], codes: Int32Array.from({ length: 12 }, (_, i) => i % 2) },
    ],
  } satisfies Pick<Dataset, "columns" | "held">;
  const lines = scoresCsv(dataset, model, x).trimEnd().split("\n");
  expect(lines[0]).toBe("town,kind,PC1,PC2,PC3");
  expect(lines[2]).toMatch(/^t1,b,/);
  expect(lines.slice(1).flatMap((line) => line.split(",").slice(2).map(Number))).toEqual([...scores(model, x).data]);
  expect(momentsOf(x).n).toBe(lines.length - 1);
  const wide = { ...model, explainedVariance: new Float64Array(784) };
  expect(scoreColumns(wide, 50_000)).toBe(100);
  expect(scoreColumns(wide, 1e9)).toBe(1);
  expect(scoreColumns(model, 12)).toBe(3);
});

it("LaTeX names what is on screen, with the components kept", () => {
  const tex = latexOf(model, 2, "n-1", true);
  expect(tex).toMatch(/^R = \\tfrac\{1\}\{n-1\} Z\^\{\\top\} Z/);
  expect(tex.match(/\\\\/g)).toHaveLength(2);
  expect(tex).toContain(`${model.components.data[0]} & ${model.components.data[1]} \\\\`);
  expect(tex).not.toContain(String(model.explainedVariance[2]));
});
