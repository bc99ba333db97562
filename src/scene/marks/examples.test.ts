import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLES } from "./examples";

/** What marks are made of, and does not draw by itself. */
const PARTS = new Set([
  "axisEnd",
  "boxAbout",
  "clipLine",
  "closedPath",
  "discPath",
  "drawable",
  "ellipsoidOutline",
  "lineName",
  "linePath",
  "openPath",
  "placementOf",
  "signedField",
  "spaceStep",
  "tickStrips",
  "tickText",
]);
const sources = readdirSync(import.meta.dirname).filter(
  (name) => /\.ts$/.test(name) && !/\.test\.ts$|^examples/.test(name),
);
const exported = sources.flatMap((name) =>
  [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/^export (?:const|function) ([a-z]\w*)/gm)].map(
    (match) => match[1] ?? "",
  ),
);

describe("the registry of marks", () => {
  it("has an example of every mark, and none of what is not there", () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(exported.filter((name) => !PARTS.has(name)).sort());
  });

  it("keeps each example short enough to read at a glance", () => {
    const source = readFileSync(join(import.meta.dirname, "examples.ts"), "utf8");
    const gallery = source.slice(source.indexOf("const GALLERY"), source.indexOf("/** The marks by name"));
    const starts = [...gallery.matchAll(/^ {2}\w+: \(\) =>/gm)].map(({ index }) => index);
    expect(starts).toHaveLength(Object.keys(EXAMPLES).length);
    for (const [k, at] of starts.entries())
      expect(gallery.slice(at, starts[k + 1]).split("\n").length - 1).toBeLessThanOrEqual(12);
  });

  it("draws something that can be drawn, wherever no browser is needed", () => {
    for (const [name, picture] of Object.entries(EXAMPLES)) {
      if (name === "image") continue;
      const { shapes, rasters } = picture();
      expect(shapes.length + rasters.length, name).toBeGreaterThan(0);
      for (const shape of shapes) {
        if (shape.kind === "path") expect(shape.d, name).toMatch(/^M[^NI]+$/);
        else expect(shape.at.every(Number.isFinite), name).toBe(true);
      }
    }
  });

  it("is told in the README", () => {
    const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
    for (const name of Object.keys(EXAMPLES)) expect(readme).toContain(`\`${name}\``);
  });
});
