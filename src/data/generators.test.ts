import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOf, eigh } from "../math";
import { categoryColumn, numberColumns } from "./columns";
import { GENERATORS, type GeneratorSpec, generateDataset, generatorId, parseGeneratorId } from "./generators";

const make = (id: string) => generateDataset(parseGeneratorId(id)!)!;

const anySpec: fc.Arbitrary<GeneratorSpec> = fc
  .constantFrom(...GENERATORS)
  .chain(({ kind, parameters }) =>
    fc
      .tuple(
        ...parameters.map(({ name, min, max, whole }) =>
          fc.tuple(fc.constant(name), whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })),
        ),
      )
      .map((pairs) => ({ kind, settings: new Map(pairs.map(([name, value]) => [name, value + 0])) })),
  );

describe("the identity", () => {
  it("spells the defaults", () => {
    const moons = GENERATORS.find(({ kind }) => kind === "moons")!;
    expect(generatorId(moons.defaults)).toBe("moons?n=200&noise=0.1&seed=1");
  });

  it("is read back as it was", () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        expect(parseGeneratorId(generatorId(spec))).toEqual(spec);
      }),
    );
  });

  it("is refused, and never throws, where it names nothing that can be made", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseGeneratorId(text);
        // 2 is a legal number for each of the three.
        expect(parseGeneratorId(`moons?${text}=2`) === undefined).toBe(!["n", "noise", "seed"].includes(text));
      }),
    );
    for (const text of [
      "moons?n=1",
      "moons?n=1e9",
      "moons?n=20.5",
      "moons?noise=-1",
      "moons?noise=NaN",
      "moons?n=200&n=200",
      "moons?colour=1",
      "__proto__?n=3",
      "moons?n=0x10",
      "moons?",
    ]) {
      const spec = parseGeneratorId(text);
      expect(text === "moons?" ? spec?.settings.size : spec).toBe(text === "moons?" ? 0 : undefined);
    }
  });

  it("names the same values each time, and others for another seed", () => {
    expect(make("blobs?seed=3")).toEqual(make("blobs?seed=3"));
    expect(make("blobs?seed=3").moments).not.toEqual(make("blobs?seed=4").moments);
  });
});

describe("the points", () => {
  it("are finite, with the columns and moments of all rows", () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const small = { ...spec, settings: new Map(spec.settings).set("n", 30) };
        const dataset = generateDataset(small)!;
        expect(dataset.id).toBe(generatorId(small));
        expect(numberColumns(dataset).map(({ name }) => name)).toEqual(
          spec.kind === "line" ? ["x", "y"] : ["x1", "x2"],
        );
        for (const { values } of numberColumns(dataset))
          expect(values.length === 30 && values.every(Number.isFinite)).toBe(true);
        expect([dataset.moments.n, dataset.rows, dataset.held]).toEqual([30, 30, 30]);
        expect(categoryColumn(dataset, "class") === undefined).toBe(["gaussian", "line"].includes(spec.kind));
      }),
      { numRuns: 60 },
    );
  });

  it("of the stretched Gaussian have the variances and direction that were asked for", () => {
    const { values, vectors } = eigh(covarianceOf(make("gaussian?n=10000&stretch=4&angle=30").moments));
    expect(values[0]! / 16).toBeCloseTo(1, 1);
    expect(values[1]).toBeCloseTo(1, 1);
    expect(Math.abs(vectors.data[2]! / vectors.data[0]!)).toBeCloseTo(Math.tan(Math.PI / 6), 1);
  });

  it("lie where their class says when there is no noise", () => {
    const { columns } = make("xor?noise=0");
    const [x, y, c] = columns;
    if (x?.kind !== "number" || y?.kind !== "number" || c?.kind !== "category") throw new Error("columns");
    expect(c.codes.every((code, i) => x.values[i]! * y.values[i]! > 0 === (code === 0))).toBe(true);
  });
});
