import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decompose } from "../../../tests/support/decompose";
import { hasNumpy, runSnippets } from "../../../tests/support/numpy";
import type { Dataset } from "../../data/dataset";
import { createRandom, type Matrix, momentsOf } from "../../math";
import { numpySnippet } from "./snippet";

const NAMES = ["length", 'width "cm"', "höhe, m", "constant"];

function dataset(rows: number, seed: number): { readonly of: Dataset; readonly x: Matrix } {
  const random = createRandom(seed);
  const data = Float64Array.from({ length: rows * 4 }, (_, k) =>
    k % 4 === 3 ? 2 : random.normal() * (1 + (k % 4)) + 7,
  );
  const x = { rows, cols: 4, data };
  const of: Dataset = {
    id: "t",
    name: "measured.csv",
    source: "",
    licence: "",
    rows,
    held: rows,
    columns: [],
    moments: momentsOf(x),
    colour: "",
    target: "",
    notes: [],
  };
  return { of, x };
}

const preparations = [true, false].flatMap((centre) =>
  [true, false].flatMap((standardise) => (["n", "n-1"] as const).map((divisor) => ({ centre, standardise, divisor }))),
);

// To start Python and import NumPy takes many seconds on a busy machine.
describe.skipIf(!hasNumpy)("the NumPy snippet", { timeout: 120_000 }, () => {
  it("reproduces the numbers from its own rows, however they are prepared, also with more columns than rows", () => {
    const codes = [20, 3].flatMap((rows) =>
      preparations.map((options) => {
        const { of, x } = dataset(rows, 3);
        return numpySnippet(of, NAMES, x, decompose(of, x, momentsOf(x), options), options);
      }),
    );
    const outcomes = runSnippets(codes);
    expect(outcomes.map(({ error }) => error)).toEqual(Array(16).fill(""));
    for (const { output } of outcomes) expect(output).toMatch(/^explained variance: \[/);
  });

  it("reads a longer table from its file by column name, and leaves out a row without a number", () => {
    const { of, x } = dataset(400, 4);
    const options = { centre: true, standardise: false, divisor: "n" as const };
    const code = numpySnippet(of, NAMES, x, decompose(of, x, momentsOf(x), options), options);
    expect(code.length).toBeLessThan(3000);
    const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = Array.from({ length: 400 }, (_, i) => [...x.data.slice(4 * i, 4 * i + 4), "a"].join(","));
    const csv = [[...NAMES, "kind"].map(cell).join(","), ...lines, "1,,2,3,b", "1,nan,2,3,b"].join("\n");
    const folder = mkdtempSync(join(tmpdir(), "eigenscope-"));
    try {
      writeFileSync(join(folder, "measured.csv"), csv);
      expect(runSnippets([code], folder)[0]?.error).toBe("");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("fails where a number shown is wrong", () => {
    const { of, x } = dataset(20, 3);
    const options = { centre: true, standardise: false, divisor: "n" as const };
    const code = numpySnippet(of, NAMES, x, decompose(of, x, momentsOf(x), { ...options, divisor: "n-1" }), options);
    expect(runSnippets([code])[0]?.error).toMatch(/^AssertionError/);
  });
});

it("is a comment in words where there are no components", () => {
  const { of, x } = dataset(1, 1);
  const options = { centre: true, standardise: false, divisor: "n" as const };
  expect(numpySnippet(of, NAMES, x, decompose(of, x, momentsOf(x), options), options)).toMatch(
    /^# .*at least two rows/,
  );
});
