import { describe, expect, it } from "vitest";
import { ACTIVATIONS, activations, fromRows, LOSSES, lossCurvature, lossOf, ShapeError, softmax } from "..";

const POINTS = [-30, -6, -2.5, -1, -0.3, 0.4, 1, 1.7, 4, 12];

describe.each(ACTIVATIONS)("%s", (name) => {
  const { value, derivative, second } = activations[name];
  it("has the derivative and the second derivative of its value", () => {
    for (const z of POINTS) {
      const h = 1e-3;
      const slope = (f: (t: number) => number) =>
        (8 * (f(z + h) - f(z - h)) - (f(z + 2 * h) - f(z - 2 * h))) / (12 * h);
      expect(Math.abs(slope(value) - derivative(z))).toBeLessThan(1e-9);
      expect(Math.abs(slope(derivative) - second(z))).toBeLessThan(1e-9);
    }
  });
  it("is finite far out", () => {
    for (const z of [-1e4, -800, 800, 1e4])
      for (const f of [value, derivative, second]) expect(f(z)).toSatisfy(Number.isFinite);
  });
});

describe("known values", () => {
  it.each([
    ["identity", -2, -2, 1, 0],
    ["relu", -2, 0, 0, 0],
    ["relu", 0, 0, 0, 0],
    ["relu", 3, 3, 1, 0],
    ["leakyRelu", -2, -0.02, 0.01, 0],
    ["leakyRelu", 0, 0, 0.01, 0],
    ["leakyRelu", 3, 3, 1, 0],
    ["tanh", 0, 0, 1, 0],
    ["sigmoid", 0, 0.5, 0.25, 0],
    ["sigmoid", Math.log(3), 0.75, 3 / 16, -3 / 32],
    ["softplus", 0, Math.LN2, 0.5, 0.25],
    ["softplus", Math.log(3), Math.log(4), 0.75, 3 / 16],
    ["gelu", 0, 0, 0.5, Math.sqrt(2 / Math.PI)],
  ] as const)("of %s at %d", (name, z, value, slope, bend) => {
    const f = activations[name];
    expect(f.value(z)).toBeCloseTo(value, 15);
    expect(f.derivative(z)).toBeCloseTo(slope, 15);
    expect(f.second(z)).toBeCloseTo(bend, 15);
  });
  it("of saturated slopes keep their digits: tanh′(20) = 4e⁻⁴⁰ and σ′(40) = e⁻⁴⁰", () => {
    expect(activations.tanh.derivative(20) / (4 * Math.exp(-40))).toBeCloseTo(1, 14);
    expect(activations.sigmoid.derivative(40) / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(activations.sigmoid.second(40) / -Math.exp(-40)).toBeCloseTo(1, 14);
  });
});

describe("losses", () => {
  const output = fromRows([
    [1, -2],
    [0.5, 3],
  ]);
  const target = fromRows([
    [1, 0],
    [0, 1],
  ]);
  it("have the values of their definitions", () => {
    expect(lossOf("mse", output, target).loss).toBeCloseTo((0 + 4 + 0.25 + 4) / 4, 15);
    const [e1, e2, e3] = [Math.exp(-3), Math.exp(-2.5), 0];
    expect(lossOf("crossEntropy", output, target).loss).toBeCloseTo((Math.log1p(e1) + Math.log1p(e2) + e3) / 2, 15);
    const log = (z: number) => Math.log(1 + Math.exp(z));
    expect(lossOf("bceWithLogits", output, target).loss).toBeCloseTo((log(-1) + log(-2) + log(0.5) + log(-3)) / 4, 15);
  });
  it.each(LOSSES)("%s has the curvature of its gradient", (name) => {
    const direction = fromRows([
      [0.3, -1],
      [2, 0.7],
    ]);
    const gradient = (t: number) =>
      lossOf(name, { ...output, data: output.data.map((v, k) => v + t * direction.data[k]!) }, target).gradient.data;
    const h = 1e-3;
    const [a, b, c, d] = [gradient(h), gradient(-h), gradient(2 * h), gradient(-2 * h)];
    lossCurvature(name, output, direction).data.forEach((v, k) => {
      expect(v).toBeCloseTo((8 * (a[k]! - b[k]!) - (c[k]! - d[k]!)) / (12 * h), 9);
    });
  });
  it("refuse shapes that differ, naming both", () => {
    expect(() => lossOf("mse", output, fromRows([[1, 0]]))).toThrow(/2 × 2.*1 × 2/);
    expect(() => lossCurvature("mse", output, fromRows([[1], [2]]))).toThrow(ShapeError);
    expect(() => lossCurvature("mse", output, fromRows([[1, 2]]))).toThrow(/2 × 2.*1 × 2/);
  });
  it("and softmax take a row of 300,000 entries, which overflowed the stack", () => {
    const row = { rows: 1, cols: 300_000, data: new Float64Array(300_000) };
    row.data[7] = 800;
    expect(softmax(row).data[7]).toBe(1);
    const hot = { ...row, data: row.data.map((v) => v / 800) };
    expect(lossOf("crossEntropy", row, hot).loss).toBe(0);
  });
});
