/** The cells of csv-spectrum (fixtures/csv-spectrum), read as its own JSON says they are. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createRowReader } from "./rowReader";

const folder = new URL("../../../fixtures/csv-spectrum/", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, folder), "utf8");
const names = readdirSync(new URL("csvs/", folder)).map((file) => file.replace(".csv", ""));
/** A line end inside quotes is read as \n, whatever the file writes. */
const lineEnds = (cell: string) => cell.replace(/\r\n?/g, "\n");
/** Its JSON says 1234567890 where its CSV says 2095257564. */
const AT_ODDS = "location_coordinates";

function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const reader = createRowReader(",", (cells) => rows.push(cells));
  reader.push(csv);
  reader.end();
  return rows;
}

function cellsSaid(json: string): readonly (readonly string[])[] {
  const said = JSON.parse(json) as Record<string, string> | Record<string, string>[];
  const records = [said].flat();
  return [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record).map(lineEnds))];
}

it("holds the eleven files that agree with their JSON, and one that does not", () => {
  expect(names.length).toBe(12);
  expect(names).toContain(AT_ODDS);
});

it.each(names.filter((name) => name !== AT_ODDS))("%s", (name) => {
  expect(cellsOf(text(`csvs/${name}.csv`))).toEqual(cellsSaid(text(`json/${name}.json`)));
});

it(`${AT_ODDS}: all but the number on which it disagrees with itself`, () => {
  const [header, [, ...rest] = []] = cellsOf(text(`csvs/${AT_ODDS}.csv`));
  const [names, [, ...said] = []] = cellsSaid(text(`json/${AT_ODDS}.json`));
  expect([header, rest]).toEqual([names, said]);
});
