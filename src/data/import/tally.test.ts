import fc from "fast-check";
import { expect, it } from "vitest";
import { createTally, faults, kindByMajority, tallyCell } from "./tally";

const tallied = (cells: readonly string[]) => {
  const tally = createTally();
  cells.forEach((cell, i) => {
    tallyCell(tally, cell, i + 2, ".");
  });
  return tally;
};

it("every cell is counted once, and those without a number are the faults", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom("1", "1,234", "1e999", "NA", "", "inf", "2024-05-01", " 7 "));
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const tally = tallied(cells);
      expect(tally.numbers + faults(tally)).toBe(cells.length);
      expect(tally.grouped).toBeLessThanOrEqual(tally.numbers);
      const values = cells.map((one) => tallyCell(createTally(), one, 1, "."));
      expect(values.filter(Number.isFinite).length).toBe(tally.numbers);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  );
});

it("says where, and which text came first", () => {
  const tally = tallied(["1", "2024-05-01", "1,234", "", "-inf", " w "]);
  expect([tally.numbers, tally.grouped, tally.firstText]).toEqual([2, 1, "2024-05-01"]);
  expect([tally.text.first, tally.missing.first, tally.infinite.first]).toEqual([[3, 7], [5], [6]]);
});

it("the majority of cells that say something makes the kind; a tie is text, silence is empty", () => {
  expect(kindByMajority(tallied(["1", "2", "a", "", "", ""]))).toBe("number");
  expect(kindByMajority(tallied(["1", "a"]))).toBe("text");
  expect(kindByMajority(tallied(["", "NA", "inf"]))).toBe("empty");
});
