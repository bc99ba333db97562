import type { Dataset } from "../data/dataset";
import { createRandom, momentsOf } from "../math";

/** INTERIM until the importer lands: three clusters in four columns under the name of Iris. */
export async function resolveDataset(id: string): Promise<Dataset> {
  const random = createRandom(7);
  const names = ["sepal length", "sepal width", "petal length", "petal width"];
  const means = [
    [5, 3.4, 1.5, 0.2],
    [5.9, 2.8, 4.3, 1.3],
    [6.6, 3, 5.6, 2],
  ];
  const codes = Int32Array.from({ length: 150 }, (_, i) => Math.floor(i / 50));
  const values = names.map((_, j) => Float64Array.from(codes, (k) => (means[k]?.[j] ?? 0) + 0.35 * random.normal()));
  const data = Float64Array.from({ length: 600 }, (_, k) => values[k % 4]?.[Math.floor(k / 4)] ?? 0);
  return {
    id,
    name: "Iris",
    source: "interim",
    licence: "interim",
    rows: 150,
    held: 150,
    columns: [
      ...names.map((name, j) => ({ kind: "number" as const, name, values: values[j] ?? new Float64Array(150) })),
      { kind: "category", name: "species", levels: ["setosa", "versicolor", "virginica"], codes },
    ],
    moments: momentsOf({ rows: 150, cols: 4, data }),
    colour: "species",
    target: "",
    notes: [],
  };
}
