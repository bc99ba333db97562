/** The shipped datasets, through the importer and the core, against scikit-learn. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedDataset } from "../../src/data/catalogue";
import { featureMatrix, featureMoments, numberColumns } from "../../src/data/columns";
import { importTable } from "../../src/data/importTable";
import { pca, pcaOfMoments, scores } from "../../src/math";
import { sklearnCases } from "../support/pcaTruth";

const ROOT = join(import.meta.dirname, "../..");

describe.each(sklearnCases)("$dataset, to 1e-9 of scikit-learn", (truth) => {
  const entry = shippedDataset(truth.dataset);
  if (!entry) throw new Error(`no dataset ${truth.dataset}`);
  const load = () => importTable(new Blob([readFileSync(join(ROOT, "public", entry.file))]), entry);

  it.each(["rows", "moments"])("explained variance, loadings and scores, from the %s", async (from) => {
    const dataset = await load();
    const names = numberColumns(dataset).map(({ name }) => name);
    const x = featureMatrix(dataset, names);
    const model =
      from === "rows" ? pca(x, { divisor: "n-1" }) : pcaOfMoments(featureMoments(dataset, names), { divisor: "n-1" });
    const largest = truth.explainedVariance[0] ?? 1;
    truth.explainedVariance.forEach((value, k) => {
      expect(Math.abs((model.explainedVariance[k] ?? 0) - value)).toBeLessThan(1e-9 * largest);
      expect(model.explainedVarianceRatio[k]).toBeCloseTo(truth.explainedVarianceRatio[k] ?? 0, 9);
    });
    const k = model.components.cols;
    truth.loadings.forEach((row, j) => {
      for (const [c, value] of row.entries()) expect(model.components.data[j * k + c]).toBeCloseTo(value, 9);
    });
    const t = scores(model, x);
    const scale = Math.sqrt(largest);
    truth.rows.forEach((row, i) => {
      for (const [c, value] of (truth.scores[i] ?? []).entries())
        expect(Math.abs((t.data[row * k + c] ?? 0) - value)).toBeLessThan(1e-9 * Math.max(scale, Math.abs(value)));
    });
  });
});
