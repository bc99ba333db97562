import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACTIVATIONS,
  backward,
  createRandom,
  descentSteps,
  flatten,
  forward,
  initialNetwork,
  LOSSES,
  lossOf,
  type Matrix,
  ShapeError,
  softmax,
  unflatten,
} from "..";

const normal = (rows: number, cols: number, seed: number): Matrix => {
  const random = createRandom(seed);
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => random.normal()) };
};

describe("backward", () => {
  it("is the derivative of the loss: central differences along a random direction agree", () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.constantFrom(...ACTIVATIONS.filter((name) => name !== "relu" && name !== "leakyRelu")),
        fc.constantFrom(...LOSSES),
        (seed, activation, loss) => {
          const network = initialNetwork([3, 4, 4, 2], activation, "identity", createRandom(seed));
          const x = normal(6, 3, seed + 1);
          const target = softmax(normal(6, 2, seed + 2));
          const theta = flatten(network.layers);
          const along = normal(1, theta.length, seed + 3).data;
          const at = (h: number) => {
            const moved = unflatten(
              network,
              theta.map((v, i) => v + h * (along[i] as number)),
            );
            return lossOf(loss, forward(moved, x).outputs.at(-1) as Matrix, target).loss;
          };
          const h = 1e-4;
          // Fourth order, so that its own error stays below the comparison.
          const slope = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
          const gradient = flatten(backward(network, x, target, loss).layers);
          const exact = gradient.reduce((sum, g, i) => sum + g * (along[i] as number), 0);
          expect(Math.abs(slope - exact)).toBeLessThan(1e-8 * (1 + Math.abs(exact)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("goes around: unflatten undoes flatten", () => {
    const network = initialNetwork([2, 5, 3], "tanh", "identity", createRandom(4));
    expect(unflatten(network, flatten(network.layers))).toEqual(network);
  });
});

it("learns XOR from its seed, the same way each time", () => {
  const x: Matrix = { rows: 4, cols: 2, data: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1) };
  const target: Matrix = { rows: 4, cols: 1, data: Float64Array.of(0, 1, 1, 0) };
  const network = initialNetwork([2, 6, 1], "tanh", "identity", createRandom(2));
  const train = () => {
    const objective = {
      value: (theta: Float64Array) => backward(unflatten(network, theta), x, target, "bceWithLogits").loss,
      gradient: (theta: Float64Array) =>
        flatten(backward(unflatten(network, theta), x, target, "bceWithLogits").layers),
    };
    return [...descentSteps(objective, "adam", flatten(network.layers), { learningRate: 0.05 }, 400)].map(
      ({ loss }) => loss,
    );
  };
  const losses = train();
  expect(losses.at(-1)).toBeLessThan(0.01);
  expect(train()).toEqual(losses);
});

describe("unflatten", () => {
  it("refuses a vector of another length, which made a network with holes", () => {
    const network = initialNetwork([2, 1], "tanh", "identity", createRandom(1));
    expect(() => unflatten(network, new Float64Array(2))).toThrow(new ShapeError("unflatten", "3 parameters", "2"));
  });
});
