import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOGUE, type ShippedDataset, shippedDataset } from "./catalogue";
import { categoryColumn, numberColumn, numberColumns } from "./columns";
import { importTable } from "./importTable";

const load = (entry: ShippedDataset) =>
  importTable(new Blob([readFileSync(join(import.meta.dirname, "../../public", entry.file))]), entry);
const iris = () => load(shippedDataset("iris")!);

describe("the shipped datasets", () => {
  for (const entry of CATALOGUE) {
    it(`${entry.name} comes in under its own identity, with the roles it names`, async () => {
      const dataset = await load(entry);
      expect(dataset).toMatchObject({ id: entry.id, name: entry.name, source: entry.source, licence: entry.licence });
      expect([dataset.colour, dataset.target]).toEqual([entry.colour, entry.target]);
      expect(categoryColumn(dataset, entry.colour)?.levels.length).toBeGreaterThanOrEqual(2);
    });
  }

  it("have the rows and classes that their sources state", async () => {
    const shapes = await Promise.all(CATALOGUE.map(load));
    expect(shapes.map(({ id, rows, columns }) => [id, rows, columns.length])).toEqual([
      ["iris", 150, 5],
      ["penguins", 342, 7],
      ["wine", 178, 14],
      ["breast-cancer", 569, 31],
      ["towns", 10, 10],
      ["digits", 1797, 65],
    ]);
    expect(shapes.map((dataset) => numberColumns(dataset).length)).toEqual([4, 4, 13, 30, 8, 64]);
  });

  it("Iris has Fisher's means", async () => {
    const means = [...(await iris()).moments.mean].map((mean) => Number(mean.toFixed(3)));
    expect(means).toEqual([5.843, 3.057, 3.758, 1.199]);
  });

  it("Penguins says which rows have no measurements, and keeps those without a sex", async () => {
    const { notes, columns } = await load(shippedDataset("penguins")!);
    expect(notes.find(({ code }) => code === "rows-dropped")?.text).toContain("2 of 344 rows");
    const sex = columns.find(({ name }) => name === "sex");
    expect(sex?.kind === "category" && sex.codes.filter((code) => code < 0).length).toBe(9);
  });

  it("Digits keeps its class apart from the pixels", async () => {
    const digits = await load(shippedDataset("digits")!);
    expect(numberColumn(digits, "digit")).toBeUndefined();
    expect([...(categoryColumn(digits, "digit")?.levels ?? [])].sort()).toEqual([..."0123456789"]);
  });
});
