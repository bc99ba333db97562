/** Tables of thousands of number columns: whole where all rows are held. */
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom, eigh, gram, momentsOf, pca } from "../math";
import { byVariance, featureMatrix, featureMoments, numberColumns } from "./columns";
import type { Dataset } from "./dataset";
import { importTable } from "./importTable";

const random = createRandom(5);
const table = (rows: number, cols: number) =>
  Float64Array.from(
    { length: rows * cols },
    (_, k) => Math.round((10 + ((k % cols) % 7)) * random.normal() * 1e3) / 1e3,
  );
function written(values: Float64Array, cols: number): string {
  const lines = [Array.from({ length: cols }, (_, j) => `g${j}`).join(",")];
  for (let i = 0; i < values.length; i += cols) lines.push(values.subarray(i, i + cols).join(","));
  return `${lines.join("\n")}\n`;
}

describe("200 × 5,000", () => {
  const values = table(200, 5000);
  let dataset: Promise<Dataset>;
  beforeAll(async () => {
    const text = written(values, 5000);
    const before = performance.now();
    dataset = importTable(text, { name: "genes.csv" });
    await dataset;
    console.info(`import of 200 × 5,000: ${Math.round(performance.now() - before)} ms`);
  }, 30_000);

  it("loads whole, with the mean of each column and no warning", async () => {
    const { rows, held, moments, notes } = await dataset;
    expect([rows, held, numberColumns(await dataset).length]).toEqual([200, 200, 5000]);
    expect(notes.filter(({ kind }) => kind === "warn")).toEqual([]);
    const means = Array.from({ length: 5000 }, (_, j) => {
      let sum = 0;
      for (let i = 0; i < 200; i++) sum += values[i * 5000 + j]!;
      return sum / 200;
    });
    expect(Math.max(...means.map((mean, j) => Math.abs(mean - moments.mean[j]!)))).toBeLessThan(1e-12);
  }, 30_000);

  it("counts the moments of chosen columns from the rows", async () => {
    const names = ["g4999", "g0", "g1234"];
    const chosen = featureMatrix(await dataset, names);
    expect(chosen.data.slice(0, 3)).toEqual(Float64Array.from([values[4999]!, values[0]!, values[1234]!]));
    expect(featureMoments(await dataset, names)).toEqual(momentsOf(chosen));
  });

  it("ranks columns by variance as a direct count does", async () => {
    const names = ["g3", "g4999", "g13", "g7"];
    const variance = (name: string) => {
      const { n, comoment } = momentsOf({ rows: 200, cols: 1, data: columnOf(values, Number(name.slice(1))) });
      return comoment[0]! / n;
    };
    const ranked = byVariance(await dataset, names).map(({ name }) => name);
    expect(ranked).toEqual([...names].sort((a, b) => variance(b) - variance(a)));
  });

  it("has principal components whose λ are the eigenvalues of the 200 × 200 XXᵀ/n", async () => {
    const x = featureMatrix(
      await dataset,
      numberColumns(await dataset).map(({ name }) => name),
    );
    const before = performance.now();
    const found = pca(x);
    console.info(`pca of 200 × 5,000: ${Math.round(performance.now() - before)} ms`);
    const centred = { ...x, data: x.data.map((value, k) => value - found.mean[k % 5000]!) };
    const transposed = { rows: 5000, cols: 200, data: new Float64Array(1e6) };
    for (let i = 0; i < 200; i++)
      for (let j = 0; j < 5000; j++) transposed.data[j * 200 + i] = centred.data[i * 5000 + j]!;
    const { values: truth } = eigh(gram(transposed));
    for (let k = 0; k < 199; k++) expect(found.explainedVariance[k]! / (truth[k]! / 200)).toBeCloseTo(1, 9);
  }, 30_000);
});

function columnOf(values: Float64Array, j: number): Float64Array {
  return Float64Array.from({ length: 200 }, (_, i) => values[i * 5000 + j]!);
}
