import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonKeys } from "./jsonKeys";

const keysOf = (text: string) => [...jsonKeys(text)].map(({ key, within }) => `${within} ${key}`);

it("come in the order of the text, with what is open around them", () => {
  expect(keysOf('{"b": 1, "10": [{"2": {"1": "x:y"}}], "a" : "}{"}')).toEqual([
    "{ b",
    "{ 10",
    "{[{ 2",
    "{[{{ 1",
    "{ a",
  ]);
  expect(keysOf('{"a":1}\n{"0":2}')).toEqual(["{ a", "{ 0"]);
});

it("of any value are those that JSON.parse meets, and their values begin where they say", () => {
  // A reviver is called for each key, deepest first; as a set of names that is the same.
  const met = (text: string) => {
    const names: string[] = [];
    JSON.parse(text, function (this: unknown, key, value) {
      if (!Array.isArray(this)) names.push(key);
      return value;
    });
    // The last call is for the whole, under the name ''.
    return names.slice(0, -1).sort();
  };
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 1, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(
        [...jsonKeys(text)].map(({ key }) => key).sort(),
        // -0 and such are values, never keys.
      ).toEqual(met(text));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  );
  const text = '{"x" :\n[3], "y\\"\\\\": {"z": 4}}';
  expect([...jsonKeys(text)].map(({ at }) => text.slice(at).trim()[0])).toEqual(["[", "{", "4"]);
});

it("bear a text of megabytes", () => {
  expect(keysOf(`{"${"\\\\".repeat(1e6)}": "${"a".repeat(3e6)}", "b": 1}`).at(-1)).toBe("{ b");
});
