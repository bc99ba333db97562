import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type ActivationName,
  backward,
  descentSteps,
  fromRows,
  initialState,
  type LossName,
  logistic,
  lowRank,
  type Matrix,
  meanFilled,
  type Objective,
  type Optimiser,
  quadratic,
  rosenbrock,
  softmax,
  svd,
  updateStep,
} from "../../src/math";

interface Stored {
  shape: [number, number];
  data: (number | string)[];
}
// The fields differ by operation; README.md beside the fixture lists them.
// biome-ignore lint/suspicious/noExplicitAny: each block below names the fields of its own operation
type Case = { name: string; op: string; input: any; expected: any; tol: any };
const cases = (
  JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/ml.json"), "utf8")) as { cases: Case[] }
).cases;
const matrix = ({ shape, data }: Stored): Matrix => ({
  rows: shape[0],
  cols: shape[1],
  data: Float64Array.from(data, Number),
});
const of = (op: string) => cases.filter((c) => c.op === op).map((c) => [c.name, c] as const);
const ACTIVATION: Record<string, ActivationName> = {
  linear: "identity",
  leaky_relu: "leakyRelu",
  // The core leaves the last layer linear and has softmax in the loss, where it cannot overflow.
  softmax: "identity",
};
const OPTIMISER: Record<string, Optimiser> = { gd: "gradientDescent", adagrad: "adaGrad", rmsprop: "rmsProp" };

describe("oracle: network gradients", () => {
  it.each(of("mlpGrad"))("%s", (_, { input, expected, tol }) => {
    const layers = input.layers.map((layer: { W: Stored; b: number[]; activation: string }) => ({
      weights: matrix(layer.W),
      bias: Float64Array.from(layer.b),
      activation: ACTIVATION[layer.activation] ?? (layer.activation as ActivationName),
    }));
    const x = matrix(input.X);
    // Classes come as indices, the core takes one-hot rows.
    const width = layers.at(-1).weights.rows;
    const target: Matrix = Array.isArray(input.T)
      ? fromRows(input.T.map((t: number) => Array.from({ length: width }, (_, j) => Number(j === t))))
      : matrix(input.T);
    const got = backward({ layers }, x, target, input.loss as LossName);
    const relAbs = (a: number, b: number, t: { rel: number; abs: number }) =>
      expect(Math.abs(a - b)).toBeLessThanOrEqual(t.rel * Math.abs(b) + t.abs);
    relAbs(got.loss, expected.loss, tol.loss);
    const output = input.layers.at(-1).activation === "softmax" ? softmax(got.output) : got.output;
    matrix(expected.output).data.forEach((v, k) => {
      relAbs(output.data[k] as number, v, tol.output);
    });
    got.layers.forEach(({ weights, bias }, l) => {
      matrix(expected.dW[l]).data.forEach((v, k) => {
        expect(Math.abs((weights.data[k] as number) - v)).toBeLessThanOrEqual(tol.dW.value);
      });
      expected.db[l].forEach((v: number, k: number) => {
        expect(Math.abs((bias[k] as number) - v)).toBeLessThanOrEqual(tol.db.value);
      });
    });
  });
});

describe("oracle: optimisers", () => {
  const objective = ({ function: name, X, y }: { function: string; X: number[][]; y: number[] }): Objective => {
    if (name === "quad_k10")
      return quadratic(
        fromRows([
          [10, 0],
          [0, 1],
        ]),
      );
    if (name === "rosenbrock") return rosenbrock;
    return logistic(fromRows(X), y, 0.05);
  };
  it.each(of("optimizer"))("%s", (_, { input, expected, tol }) => {
    const { lr, ...rest } = input.hyper;
    const optimiser = OPTIMISER[input.optimizer] ?? (input.optimizer as Optimiser);
    const path = [
      ...descentSteps(
        objective(input),
        optimiser,
        Float64Array.from(input.x0),
        { learningRate: lr, ...rest },
        input.steps,
      ),
    ];
    const want: number[][] = expected.trajectory.data ? [] : expected.trajectory;
    expect(path).toHaveLength(want.length);
    want.forEach((point, k) => {
      point.forEach((v, i) => {
        expect(Math.abs((path[k]?.x[i] as number) - v)).toBeLessThanOrEqual(tol.trajectory.value * (1 + Math.abs(v)));
      });
    });
  });

  it.each(of("gdDivergence"))("%s stops at the last finite step", (_, { input, expected }) => {
    const f = quadratic(fromRows([[input.L]]));
    const path = [...descentSteps(f, "gradientDescent", Float64Array.of(input.x0), { learningRate: input.lr }, 5000)];
    expect(Math.abs(path.length - expected.firstStepLossNotFinite)).toBeLessThanOrEqual(1);
    expect(Number.isFinite(path.at(-1)?.loss)).toBe(true);
    expect((path[1]?.x[0] as number) / input.x0).toBeCloseTo(expected.factor, 12);
  });

  it("does not change what it was given", () => {
    const [x, g, state] = [Float64Array.of(1, 2), Float64Array.of(3, 4), initialState(2)];
    updateStep("adam", x, g, state, { learningRate: 0.1 });
    expect([...x, ...g, ...state.first, ...state.second, state.step]).toEqual([1, 2, 3, 4, 0, 0, 0, 0, 0]);
  });
});

describe("oracle: low rank", () => {
  it.each(of("lowRank"))("%s", (_, { input, expected, tol }) => {
    const a = matrix(input.A);
    const factors = svd(a);
    factors.s.forEach((value, i) => {
      expect(Math.abs(value - expected.S[i])).toBeLessThanOrEqual(tol.S.value);
    });
    (expected.k as number[]).forEach((k, i) => {
      const rebuilt = lowRank(factors, Math.min(k, factors.s.length));
      const error = Math.hypot(...a.data.map((v, j) => v - (rebuilt.data[j] as number)));
      expect(Math.abs(error - expected.errFro[i])).toBeLessThanOrEqual(tol.errFro.value);
    });
  });
});

describe("oracle: ratings", () => {
  it.each(of("recommend"))("%s", (_, { input, expected, tol }) => {
    const { predicted, columnMean, singularValues } = meanFilled(matrix(input.R), input.k);
    matrix(expected.pred).data.forEach((v, k) => {
      expect(Math.abs((predicted.data[k] as number) - v)).toBeLessThanOrEqual(tol.pred.value);
    });
    expect([...columnMean]).toEqual(expected.columnMean);
    singularValues.forEach((value, i) => {
      expect(value).toBeCloseTo(expected.S[i], 12);
    });
  });
});

it("runs every case of the oracle", () => {
  const run = ["mlpGrad", "optimizer", "gdDivergence", "lowRank", "recommend"];
  expect(cases.filter(({ op }) => !run.includes(op))).toEqual([]);
  expect(cases).toHaveLength(30);
});
