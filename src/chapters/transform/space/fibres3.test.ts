import { describe, expect, it } from "vitest";
import { add3, apply3, dot3, scale3, sub3, type Vec3 } from "../../../math";
import { embed } from "./embedded";
import { fibreImages, fibresOf } from "./fibres3";
import { interpolate3 } from "./motion";
import { SPACE_PRESETS } from "./presets";
import { read3 } from "./reading";

const preset = (shape: "3x3" | "3x2" | "2x3", name: string) =>
  embed(shape, SPACE_PRESETS[shape].find((p) => p.name === name)?.entries ?? []);
const expectNear = (a: Vec3, b: Vec3) => {
  for (const v of sub3(a, b)) expect(Math.abs(v)).toBeLessThan(1e-12);
};

describe("fibres in space", () => {
  it("have one image each, and no two the same", () => {
    for (const [shape, name, kind, count] of [
      ["3x3", "Onto a plane", "line", 15],
      ["3x3", "Singular", "line", 15],
      ["3x3", "Onto a line", "plane", 5],
      ["2x3", "Onto a line", "plane", 5],
      ["3x2", "Onto a line", "line", 5],
    ] as const) {
      const a = preset(shape, name);
      const fibres = fibresOf(read3(shape, a), 0.5);
      expect([name, fibres.length]).toEqual([name, count]);
      for (const { at, space } of fibres) {
        expect(space.kind).toBe(kind);
        if (space.kind === "line") {
          expectNear(apply3(a, add3(at, scale3(7, space.direction))), apply3(a, at));
          // Its point nearest to the origin; of a 3 × 2 all of it in the plane.
          expect(dot3(at, space.direction)).toBeCloseTo(0, 12);
          if (shape === "3x2") expect([at[2], space.direction[2]].map(Math.abs)).toEqual([0, 0]);
        } else {
          const aside = sub3([0.3, -2, 5], scale3(dot3([0.3, -2, 5], space.normal), space.normal));
          expectNear(apply3(a, add3(at, aside)), apply3(a, at));
        }
      }
      const images = fibres.map(({ at }) =>
        apply3(a, at)
          .map((v) => v.toFixed(9))
          .join(),
      );
      expect(new Set(images).size).toBe(count);
    }
    expect(fibresOf(read3("2x3", embed("2x3", [1, 0, 0.5, 0, 1, 0.5])), 0.5)).toHaveLength(15);
  });

  it("are none where each is a point, or the one is everything", () => {
    expect(fibresOf(read3("3x3", preset("3x3", "Shear")), 0.5)).toEqual([]);
    expect(fibresOf(read3("3x2", embed("3x2", [1, -0.25, 0.25, 1, -0.5, 0.5])), 0.5)).toEqual([]);
    for (const shape of ["3x3", "3x2", "2x3"] as const)
      expect(fibresOf(read3(shape, embed(shape, [0, 0, 0, 0, 0, 0, 0, 0, 0])), 0.5)).toEqual([]);
  });

  it("stand as far apart as they are asked to", () => {
    const reading = read3("3x3", preset("3x3", "Onto a plane"));
    for (const spacing of [0.05, 0.5, 20]) {
      const places = fibresOf(reading, spacing).map(({ at }) => at);
      const gaps = places.flatMap((p, k) => places.slice(k + 1).map((q) => Math.hypot(...sub3(p, q))));
      expect(Math.min(...gaps) / spacing).toBeCloseTo(1, 9);
    }
  });

  it("shrink on the way, and are dots alone at its end", () => {
    const a = preset("3x3", "Onto a plane");
    const reading = read3("3x3", a);
    const lines = (t: number) =>
      fibreImages(reading, 0.5, interpolate3("3x3", a, t, "straight")).filter((s) => s.kind === "edge" && !s.taper)
        .length;
    expect([lines(0), lines(0.9), lines(1)]).toEqual([15, 15, 0]);
  });
});
