import { describe, expect, it } from "vitest";
import { momentsOf } from "../math";
import { categoryColumn, featureMatrix, featureMoments, featureNames, pairOfColumns } from "./columns";
import type { Dataset } from "./dataset";

const columns = {
  small: [1, 2, 3, 4],
  large: [10, -10, 20, 5],
  y: [0.5, 0.25, 0.125, 1],
};
const dataset: Dataset = {
  id: "t",
  name: "t",
  source: "",
  licence: "",
  rows: 4,
  held: 4,
  columns: [
    ...Object.entries(columns).map(([name, values]) => ({
      kind: "number" as const,
      name,
      values: Float64Array.from(values),
    })),
    { kind: "category", name: "c", levels: ["a", "b"], codes: Int32Array.of(0, 1, 1, 0) },
  ],
  moments: momentsOf({
    rows: 4,
    cols: 3,
    data: Float64Array.from({ length: 12 }, (_, k) => Object.values(columns)[k % 3]?.[Math.floor(k / 3)] ?? 0),
  }),
  colour: "c",
  target: "y",
  notes: [],
};

describe("columns", () => {
  it("takes every number column as a feature, or those that are chosen, in the dataset's order", () => {
    expect(featureNames(dataset, [])).toEqual(["small", "large", "y"]);
    expect(featureNames(dataset, ["y", "small", "c", "gone"])).toEqual(["small", "y"]);
  });

  it("gives X and its moments for the same names, so that they agree", () => {
    const names = ["large", "y"];
    const x = featureMatrix(dataset, names);
    expect([...x.data]).toEqual([10, 0.5, -10, 0.25, 20, 0.125, 5, 1]);
    const [direct, picked] = [momentsOf(x), featureMoments(dataset, names)];
    expect(picked.n).toBe(4);
    for (const k of [0, 1]) expect(picked.mean[k]).toBeCloseTo(direct.mean[k] ?? 0, 14);
    for (const k of [0, 1, 2, 3]) expect(picked.comoment[k]).toBeCloseTo(direct.comoment[k] ?? 0, 10);
  });

  it("puts the two of largest variance on the axes unless others are named", () => {
    const names = (x: string, y: string) =>
      pairOfColumns(dataset, ["small", "large", "y"], x, y)?.map(({ name }) => name);
    expect(names("", "")).toEqual(["large", "small"]);
    expect(names("y", "")).toEqual(["y", "large"]);
    expect(names("", "large")).toEqual(["small", "large"]);
    expect(pairOfColumns(dataset, ["small"], "", "")?.map(({ name }) => name)).toEqual(["small", "small"]);
    expect(pairOfColumns({ ...dataset, columns: [] }, [], "", "")).toBeUndefined();
  });

  it("colours by the named category, else by the dataset's own", () => {
    expect(categoryColumn(dataset, "c")?.name).toBe("c");
    expect(categoryColumn(dataset, "gone")?.name).toBe("c");
    expect(categoryColumn({ ...dataset, colour: "" }, "gone")).toBeUndefined();
  });
});
