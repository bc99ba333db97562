import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIVATIONS, activations, apply2, type Mat2, type Vec2 } from "../../math";
import {
  actOf,
  affineAt,
  carry,
  carryPoint,
  foldLine,
  GRID,
  isFlat,
  layerSentence,
  type OneLayer,
  PATCH,
  preactivation,
  readLayer,
} from "./model";

const entry = fc.double({ min: -5, max: 5, noNaN: true });
const layers: fc.Arbitrary<OneLayer> = fc.record({
  weights: fc.tuple(entry, entry, entry, entry) as fc.Arbitrary<Mat2>,
  bias: fc.tuple(entry, entry) as fc.Arbitrary<Vec2>,
  activation: fc.constantFrom(...ACTIVATIONS),
});
const points = fc.tuple(entry, entry) as fc.Arbitrary<Vec2>;
const near = (a: Vec2, b: Vec2) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));

describe("carry", () => {
  it("passes through x, Wx, Wx + b and σ(Wx + b)", () => {
    fc.assert(
      fc.property(layers, points, (layer, x) => {
        const w = apply2(layer.weights, x);
        const z = preactivation(layer, x);
        const { value } = activations[layer.activation];
        expect(near(carryPoint(layer, 0, x), x)).toBeLessThan(1e-13);
        expect(near(carryPoint(layer, 1, x), w)).toBeLessThan(1e-12);
        expect(near(carryPoint(layer, 2, x), z)).toBeLessThan(1e-12);
        expect(near(carryPoint(layer, 3, x), [value(z[0]), value(z[1])])).toBeLessThan(1e-12);
      }),
    );
  });

  it("moves without a jump: a thousandth of an act moves a point by little", () => {
    fc.assert(
      fc.property(layers, points, fc.double({ min: 0, max: 2.999, noNaN: true }), (layer, x, t) => {
        expect(near(carryPoint(layer, t, x), carryPoint(layer, t + 0.001, x))).toBeLessThan(0.1);
      }),
    );
  });

  it("carries many points as it carries one", () => {
    const layer: OneLayer = { weights: [1, 1, 0.5, 1.5], bias: [0.5, -0.5], activation: "tanh" };
    const out = carry(layer, 2.5, [1, 2, -3, 4], new Float64Array(4));
    expect([...out.slice(2)]).toEqual([...carryPoint(layer, 2.5, [-3, 4])]);
  });
});

describe("affineAt", () => {
  it("is the identity at 0 and W with b from 2 on", () => {
    const layer: OneLayer = { weights: [2, 0, 1, 3], bias: [4, 5], activation: "relu" };
    expect(affineAt(layer, 0)).toEqual({ matrix: [1, 0, 0, 1], offset: [0, 0] });
    expect(affineAt(layer, 2)).toEqual({ matrix: [2, 0, 1, 3], offset: [4, 5] });
    expect(affineAt(layer, 3)).toEqual(affineAt(layer, 2));
  });
});

describe("foldLine", () => {
  it("lies where the unit's input is 0, inside the patch, and is sent to an axis by ReLU", () => {
    fc.assert(
      fc.property(layers, fc.constantFrom(0, 1), (layer, k) => {
        const line = foldLine({ ...layer, activation: "relu" }, k as 0 | 1);
        fc.pre(line !== null);
        const size = 1 + Math.max(...layer.weights.map(Math.abs));
        for (let i = 0; line && i < line.length; i += 2) {
          const x: Vec2 = [line[i] ?? 0, line[i + 1] ?? 0];
          expect(Math.max(Math.abs(x[0]), Math.abs(x[1]))).toBeLessThanOrEqual(PATCH);
          expect(Math.abs(preactivation(layer, x)[k as 0 | 1])).toBeLessThan(1e-9 * size);
        }
      }),
    );
  });

  it("is not drawn where σ has no crease, or a unit has no direction", () => {
    const layer: OneLayer = { weights: [0, 0, 1, 1], bias: [1, 0], activation: "tanh" };
    expect(foldLine(layer, 1)).toBeNull();
    expect(foldLine({ ...layer, activation: "relu" }, 0)).toBeNull();
    expect(foldLine({ ...layer, activation: "relu" }, 1)).not.toBeNull();
  });
});

describe("isFlat", () => {
  it("is where the slope is under a tenth of its greatest", () => {
    for (const name of ACTIVATIONS) {
      const slopes = Array.from({ length: 20001 }, (_, k) => Math.abs(activations[name].derivative(-10 + k / 1000)));
      const steepest = Math.max(...slopes);
      slopes.forEach((slope, k) => {
        if (Math.abs(slope / steepest - 0.1) > 1e-3) expect(isFlat(name, -10 + k / 1000)).toBe(slope < 0.1 * steepest);
      });
    }
  });
});

describe("readLayer", () => {
  it("counts the points that ReLU drops", () => {
    const layer: OneLayer = { weights: [1, 0, 0, 1], bias: [0, 0], activation: "relu" };
    expect(readLayer(layer, [1, 1, -1, 1, -1, 1, -1, -1])).toEqual({ det: 1, scale: 1, flat: [0.75, 0.25] });
  });

  it("says something true of no points", () => {
    const layer: OneLayer = { weights: [0, 0, 0, 0], bias: [0, 0], activation: "gelu" };
    const words = layerSentence(layer, 3, readLayer(layer, []));
    expect(words).toContain("flattens the plane");
    expect(words).not.toMatch(/NaN|not defined|undefined/);
  });
});

it("names the act under way", () => {
  expect([0, 0.2, 1, 1.5, 2, 2.9, 3].map(actOf)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  expect(GRID.every((line) => line.every((v) => Math.abs(v) <= PATCH))).toBe(true);
});
