import fc from "fast-check";
import { expect, it } from "vitest";
import { createRowReader } from "./rowReader";

const rowsOf = (text: string, cuts: readonly number[] = []) => {
  const rows: [readonly string[], number][] = [];
  const reader = createRowReader(",", (cells, line) => rows.push([cells, line]));
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    reader.push(text.slice(from, cut));
    from = Math.max(from, cut);
  }
  reader.push(text.slice(from));
  reader.end();
  return { rows, unclosed: reader.unclosed(), malformed: reader.malformed.first };
};

it("counts lines across blank lines, quoted newlines and all three line ends", () => {
  expect(rowsOf('a,b\r\n\r\n"1\r\n2",3\r4,5\n6,7').rows).toEqual([
    [["a", "b"], 1],
    [["1\n2", "3"], 3],
    [["4", "5"], 5],
    [["6", "7"], 6],
  ]);
});

it("reads the same whatever the pieces", () => {
  const alphabet = fc.constantFrom("a", "1", ",", '"', "\n", "\r", " ");
  const text = fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.array(fc.nat(40), { maxLength: 4 }), (written, cuts) => {
      expect(rowsOf(written, cuts)).toEqual(rowsOf(written));
    }),
    { numRuns: 500 },
  );
});

it("names the line of a quote that is never closed, and of text after a closing quote", () => {
  expect(rowsOf('x,y\n"5,6\n7,8\n')).toMatchObject({ unclosed: 2, rows: [[["x", "y"], 1]] });
  expect(rowsOf('x,y\n"5"a",6\n7,8\n').malformed).toEqual([2]);
});
