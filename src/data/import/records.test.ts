import fc from "fast-check";
import { expect, it } from "vitest";
import { imported, refused } from "../../../tests/support/imported";
import { looksLikeRecords, tableOfRecords } from "./records";

it("a text that begins as records do is told from a table", () => {
  for (const text of ['[{"a":1}]', " \n[ {", '{"a":1}', '\uFEFF{ "a"', "[]", "{}"])
    expect(looksLikeRecords(text)).toBe(true);
  for (const text of ["a,b\n1,2\n", "[1,2]\n", "{x},y\n", '"{""a"": 1}",2\n', ""])
    expect(looksLikeRecords(text)).toBe(false);
});

it("any texts come through, with quotes, delimiters and line ends in keys and values", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", "\\", ";", "😀", ":"), maxLength: 6 });
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      fc.array(word, { minLength: 1 }),
      async (keys, words) => {
        const records = words.map((text, i) => Object.fromEntries(keys.map((key) => [`k${key}`, `v${text}${i}`])));
        const { csv, records: count } = await tableOfRecords(new Blob([JSON.stringify(records)]), (bytes) =>
          new TextDecoder().decode(bytes),
        );
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = [keys.map((key) => `k${key}`), ...words.map((text, i) => keys.map(() => `v${text}${i}`))];
        expect(count).toBe(words.length);
        expect(await csv.text()).toBe(lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join(""));
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 100) },
  );
});

it("a record on each line and a list of them are one table", async () => {
  const records = [
    { b: 1, "7": 2, k: "x" },
    { b: 3, "7": 5 },
    { "7": 8, b: 9.5, k: null },
  ];
  const list = await imported(JSON.stringify(records));
  const lines = await imported(records.map((record) => JSON.stringify(record)).join("\n"));
  const answer = await imported(JSON.stringify({ took: 3, hits: records }, null, 2));
  expect(lines.columns).toEqual(list.columns);
  expect(answer.columns).toEqual(list.columns);
});

it("a file too large to be read whole is refused before it is read", async () => {
  const file = { size: 2e8, arrayBuffer: () => Promise.reject(new Error("read")) } as unknown as Blob;
  await expect(tableOfRecords(file, String)).rejects.toMatchObject({ code: "bad-json", message: /has 200\. Save/ });
});

it("each refusal says the line where there is one", async () => {
  const of = async (text: string) => {
    const { line, message } = await refused(text);
    return [line, message.slice(0, 46)];
  };
  expect(await of('{"x":1}\n\n[2]\n')).toEqual([3, "Line 3 of the JSON is a list and not a record."]);
  expect(await of('{"x":1}\n{"x":2\n{"x":3}')).toEqual([2, "The JSON ends too early on line 2, character 7"]);
  expect(await of('[{"x":1},\n {"y":"[", "x":\n {"deep":[]}}]')).toEqual([
    2,
    "In record 2 of the JSON, on line 2, “x” holds ",
  ]);
});
