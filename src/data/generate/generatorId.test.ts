import fc from "fast-check";
import { expect, it } from "vitest";
import { generatorId, parseGeneratorId, recipeOf, settingOf } from "./generatorId";
import { RECIPES } from "./recipes";

const spec = (kind: string, settings: Readonly<Record<string, number>> = {}) => ({
  kind,
  settings: new Map(Object.entries(settings)),
});

it("a setting that is left out, out of range or not whole where it must be stands at its initial value", () => {
  const n = recipeOf("moons")?.parameters[0];
  if (!n) throw new Error("moons have a number of points");
  const odd: readonly Readonly<Record<string, number>>[] = [{}, { n: 1 }, { n: 1e9 }, { n: 2.5 }, { n: Number.NaN }];
  for (const settings of odd) expect(settingOf(spec("moons", settings), n)).toBe(n.initial);
  expect([settingOf(spec("moons", { n: 2 }), n), settingOf(spec("moons", { n: 100_000 }), n)]).toEqual([2, 100_000]);
});

it("specs that make the same points have one text, and that text spells what it says", () => {
  expect(generatorId(spec("xor"))).toBe(generatorId(spec("xor", { seed: 1, noise: 0.05, n: 200, turns: 9 })));
  expect(generatorId(spec("none such", { n: 3 }))).toBe("none such");
  const any = fc.constantFrom(...RECIPES).chain(({ kind, parameters }) =>
    fc.tuple(...parameters.map(({ name }) => fc.tuple(fc.constant(name), fc.double()))).map((pairs) => ({
      kind,
      settings: new Map(pairs),
    })),
  );
  fc.assert(
    fc.property(any, (wild) => {
      const text = generatorId(wild);
      const read = parseGeneratorId(text);
      expect(read && generatorId(read)).toBe(text);
      for (const parameter of recipeOf(wild.kind)?.parameters ?? [])
        expect(read && settingOf(read, parameter)).toBe(settingOf(wild, parameter) + 0);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
  );
});

it("a number is read as the importer reads one: no hexadecimal, no emptiness, no thousands", () => {
  for (const text of ["n=0x10", "n=", "n", "n=1,000", "n= 20", "n=20&", "n=20=20"])
    expect(parseGeneratorId(`moons?${text}`)).toBeUndefined();
  expect(parseGeneratorId("moons?noise=1e-1")?.settings.get("noise")).toBe(0.1);
});
