import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACTIVATIONS,
  type ActivationName,
  backward,
  createRandom,
  flatNetwork,
  flatten,
  fromRows,
  initialNetwork,
  initialState,
  LOSSES,
  type LossName,
  lossInto,
  lossOf,
  type Matrix,
  OPTIMISERS,
  parameterCount,
  softmax,
  transpose,
  unflatten,
  updateStep,
} from "..";

const normal = (rows: number, cols: number, seed: number): Matrix => {
  const random = createRandom(seed);
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => random.normal()) };
};
const largest = (a: Float64Array, b: Float64Array) => a.reduce((top, v, k) => Math.max(top, Math.abs(v - b[k]!)), 0);

describe("flatNetwork", () => {
  it("has the loss and gradient of backward along a training run, for every shape, activation, loss and optimiser", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(1e6),
          hidden: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
          outputs: fc.integer({ min: 1, max: 3 }),
          rows: fc.integer({ min: 1, max: 20 }),
          activation: fc.constantFrom(...ACTIVATIONS),
          loss: fc.constantFrom(...LOSSES),
          optimiser: fc.constantFrom(...OPTIMISERS),
        }),
        ({ seed, hidden, outputs, rows, activation, loss, optimiser }) => {
          const sizes = [2, ...hidden, outputs];
          let network = initialNetwork(sizes, activation, "identity", createRandom(seed));
          const x = normal(rows, 2, seed + 1);
          const target = softmax(normal(rows, outputs, seed + 2));
          const shape = { sizes, activations: network.layers.map((layer) => layer.activation) };
          const flat = flatNetwork(shape, rows);
          flat.values[0]!.set(transpose(x).data);
          let theta = flatten(network.layers);
          let state = initialState(theta.length);
          const hyper = { learningRate: 0.01 };
          for (let step = 0; step < 5; step++) {
            const want = backward(network, x, target, loss);
            const wanted = flatten(want.layers);
            expect(Math.abs(flat.backward(theta, transpose(target).data, loss) - want.loss)).toBeLessThan(1e-12);
            const scale = 1 + Math.max(...wanted.map(Math.abs));
            expect(largest(flat.gradient, wanted) / scale).toBeLessThan(1e-12);
            ({ x: theta, state } = updateStep(optimiser, theta, flat.gradient, state, hyper));
            network = unflatten(network, theta);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("has as many parameters as flatten lays out, and refuses another number", () => {
    const network = initialNetwork([2, 5, 3], "tanh", "identity", createRandom(4));
    const shape = { sizes: [2, 5, 3], activations: ["tanh", "identity"] as const };
    expect(parameterCount(shape)).toBe(flatten(network.layers).length);
    expect(() => flatNetwork(shape, 1).forward(new Float64Array(3))).toThrow("33 parameters");
    expect(() => flatNetwork({ ...shape, activations: ["tanh"] }, 1)).toThrow("2 activations");
  });

  it("has the losses of lossOf, with and without their gradient", () => {
    const [output, target] = [normal(7, 3, 1), softmax(normal(7, 3, 2))];
    for (const name of LOSSES) {
      const delta = new Float64Array(21);
      const want = lossOf(name, output, target);
      const flat = [transpose(output).data, transpose(target).data] as const;
      expect(lossInto(name, ...flat, 3, 7, delta)).toBeCloseTo(want.loss, 13);
      expect(lossInto(name, ...flat, 3, 7, null)).toBeCloseTo(want.loss, 13);
      expect(largest(delta, transpose(want.gradient).data)).toBeLessThan(1e-15);
    }
  });
});

interface Stored {
  readonly shape: readonly [number, number];
  readonly data: readonly number[];
}
interface GradientCase {
  readonly name: string;
  readonly op: string;
  readonly input: {
    readonly X: Stored;
    /** Class of each row, or targets as a matrix. */
    readonly T: readonly number[] | Stored;
    readonly loss: LossName;
    readonly layers: readonly { readonly W: Stored; readonly b: readonly number[]; readonly activation: string }[];
  };
  readonly expected: {
    readonly loss: number;
    readonly dW: readonly Stored[];
    readonly db: readonly (readonly number[])[];
  };
  readonly tol: {
    readonly loss: { readonly rel: number; readonly abs: number };
    readonly dW: { readonly value: number };
  };
}
const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../fixtures/ml.json"), "utf8")) as {
  cases: GradientCase[];
};
const NAMES: Record<string, ActivationName> = { linear: "identity", leaky_relu: "leakyRelu", softmax: "identity" };
const gradients = cases.filter(({ op }) => op === "mlpGrad").map((c) => [c.name, c] as const);

describe("flatNetwork against the oracle", () => {
  it.each(gradients)("%s", (_, { input, expected, tol }) => {
    const { layers, T } = input;
    const sizes = [layers[0]!.W.shape[1], ...layers.map(({ W }) => W.shape[0])];
    const names = layers.map(({ activation }) => NAMES[activation] ?? (activation as ActivationName));
    const [rows, inputs] = input.X.shape;
    const flat = flatNetwork({ sizes, activations: names }, rows);
    flat.values[0]!.set(transpose({ rows, cols: inputs, data: Float64Array.from(input.X.data) }).data);
    const outputs = sizes.at(-1)!;
    const target: Matrix =
      "shape" in T
        ? { rows, cols: outputs, data: Float64Array.from(T.data) }
        : fromRows(T.map((t) => Array.from({ length: outputs }, (_, j) => Number(j === t))));
    const theta = Float64Array.from(layers.flatMap(({ W, b }) => [...W.data, ...b]));
    const loss = flat.backward(theta, transpose(target).data, input.loss);
    expect(Math.abs(loss - expected.loss)).toBeLessThanOrEqual(tol.loss.rel * Math.abs(expected.loss) + tol.loss.abs);
    const wanted = layers.flatMap((_, l) => [...expected.dW[l]!.data, ...expected.db[l]!]).map(Number);
    wanted.forEach((v, k) => {
      expect(Math.abs(flat.gradient[k]! - v)).toBeLessThanOrEqual(tol.dW.value);
    });
  });
  it("has cases to run", () => expect(gradients).toHaveLength(5));
});
