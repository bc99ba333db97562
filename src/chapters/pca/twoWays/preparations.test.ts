import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedDataset } from "../../../data/catalogue";
import { importTable } from "../../../data/importTable";
import { pca } from "../../../math";
import { featureRows } from "../../../state/derived";
import { store } from "../../../state/store";
import { HALVES, verdict } from "./preparations";

async function show(id: string): Promise<void> {
  const entry = shippedDataset(id);
  if (!entry) throw new Error(id);
  const dataset = await importTable(
    new Blob([readFileSync(join(import.meta.dirname, "../../../../public", entry.file))]),
    entry,
  );
  store.setState({ loaded: { dataset, coming: null } });
}

describe("both preparations", () => {
  it("of Wine: proline alone as measured, a mixture once each column has one vote", async () => {
    await show("wine");
    const x = featureRows(store.getState());
    const [raw, fair] = HALVES;
    expect(raw?.model.get()?.explainedVarianceRatio[0]).toBeCloseTo(pca(x).explainedVarianceRatio[0] ?? 0, 12);
    expect(fair?.model.get()?.explainedVarianceRatio[0]).toBeCloseTo(
      pca(x, { standardise: true }).explainedVarianceRatio[0] ?? 0,
      12,
    );
    expect(verdict.get()).toMatch(/^As measured, PC1 is proline to (99|100)\.\d %/);
    expect(raw?.words.get()).toMatch(/^PC1 keeps 99\.8 % and is made of proline 1\.00/);
    expect(fair?.words.get()).toMatch(/^PC1 keeps 36\.2 % and is made of flavanoids/);
  });

  it("of Iris: no single column outweighs the others", async () => {
    await show("iris");
    expect(verdict.get()).toMatch(/^No single column/);
    expect(HALVES[0]?.points.get()).toHaveLength(300);
  });
});
