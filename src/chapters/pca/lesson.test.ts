import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { shippedDataset } from "../../data/catalogue";
import { categoryColumns } from "../../data/columns";
import type { CategoryColumn } from "../../data/dataset";
import { withEdits } from "../../data/edits";
import { importTable } from "../../data/importTable";
import { packRows } from "../../data/selection";
import { DEFAULTS } from "../../state/parameters";
import { store, update } from "../../state/store";
import { lesson } from "./lesson";

const done = (id: string) => lesson.challenges.find((challenge) => challenge.id === id)?.done(store.getState());
let species: CategoryColumn;

beforeAll(async () => {
  const entry = shippedDataset("iris")!;
  const dataset = await importTable(
    new Blob([readFileSync(join(import.meta.dirname, "../../../public", entry.file))]),
    entry,
  );
  species = categoryColumns(dataset)[0]!;
  store.setState({ loaded: { dataset, coming: null }, editor: withEdits });
});
beforeEach(() => store.setState(DEFAULTS));

it("one row is enough: only once v₁ has turned by more than 20°, however it is signed", () => {
  expect(done("pull")).toBe(false);
  update("data", { edits: [[0, 1, 3.6]] });
  expect(done("pull")).toBe(false);
  // A sepal 100 cm wide outweighs all else: v₁ is then the sepal's width, at 95° to what it was.
  update("data", { edits: [[0, 1, 100]] });
  expect(done("pull")).toBe(true);
  update("pca", { flipped: [0] });
  expect(done("pull")).toBe(true);
});

it("round up a class: all of it, and none of another", () => {
  const mask = Uint8Array.from(species.codes, (code) => Number(code === 1));
  expect(done("class")).toBe(false);
  update("data", { selected: packRows(mask) });
  expect(done("class")).toBe(true);
  const less = mask.slice();
  less[mask.indexOf(1)] = 0;
  update("data", { selected: packRows(less) });
  expect(done("class")).toBe(false);
  const more = mask.slice();
  more[mask.indexOf(0)] = 1;
  update("data", { selected: packRows(more) });
  expect(done("class")).toBe(false);
});

it("every word of the lesson that sets the stage names parameters that there are", () => {
  const sets = lesson.paragraphs.flat().flatMap((run) => (typeof run === "object" && "sets" in run ? [run.sets] : []));
  expect(sets.length).toBeGreaterThan(4);
  for (const { pca = {} } of sets)
    for (const name of Object.keys(pca)) expect(Object.keys(DEFAULTS.pca)).toContain(name);
});
