import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import {
  ACTIVATIONS,
  backward,
  createRandom,
  eigh,
  flatten,
  fromRows,
  hessianVectorProduct,
  initialNetwork,
  LOSSES,
  type LossName,
  largestHessianEigenvalue,
  type Matrix,
  type Network,
  ShapeError,
  softmax,
  unflatten,
  zeros,
} from "..";

const sizeOf = (network: Network) => flatten(network.layers).length;
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, k) => sum + v * b[k]!, 0);
/** Biases that are not zero, so that their part of the product is seen. */
const networkOf = (sizes: readonly number[], hidden: (typeof ACTIVATIONS)[number], seed: number): Network => {
  const network = initialNetwork(sizes, hidden, "identity", createRandom(seed));
  return unflatten(
    network,
    flatten(network.layers).map((v, k) => v + 0.1 * Math.sin(k)),
  );
};
const problem = fc.record({
  seed: fc.nat(1e6),
  hidden: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  outputs: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 1, max: 7 }),
  activation: fc.constantFrom(...ACTIVATIONS),
  loss: fc.constantFrom(...LOSSES),
});
const set = (p: {
  seed: number;
  hidden: number[];
  outputs: number;
  rows: number;
  activation: (typeof ACTIVATIONS)[number];
}) => ({
  network: networkOf([2, ...p.hidden, p.outputs], p.activation, p.seed),
  x: normalMatrix(p.rows, 2, p.seed + 1),
  target: softmax(normalMatrix(p.rows, p.outputs, p.seed + 2)),
});
/** H, column by column. */
const hessian = (network: Network, x: Matrix, target: Matrix, loss: LossName): Matrix => {
  const n = sizeOf(network);
  const h = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    h.data.set(hessianVectorProduct(network, x, target, loss, unit), j * n);
  }
  return h;
};

describe("hessianVectorProduct", () => {
  it("is how the gradient changes along the direction: fourth-order differences of backward agree", () => {
    fc.assert(
      fc.property(problem, (p) => {
        const { network, x, target } = set(p);
        const theta = flatten(network.layers);
        const along = normalMatrix(1, theta.length, p.seed + 3).data;
        const h = p.activation === "relu" || p.activation === "leakyRelu" ? 1e-7 : 1e-3;
        const gradientAt = (t: number) =>
          flatten(
            backward(
              unflatten(
                network,
                theta.map((v, k) => v + t * h * along[k]!),
              ),
              x,
              target,
              p.loss,
            ).layers,
          );
        const [a, b, c, d] = [gradientAt(1), gradientAt(-1), gradientAt(2), gradientAt(-2)];
        const got = hessianVectorProduct(network, x, target, p.loss, along);
        const size = 1 + Math.max(...got.map(Math.abs));
        // The kinked ones have no smooth fourth-order neighbourhood: a small step, and its rounding, there.
        const tolerance = h === 1e-7 ? 1e-6 : 1e-7;
        got.forEach((v, k) => {
          const difference = (8 * (a[k]! - b[k]!) - (c[k]! - d[k]!)) / (12 * h);
          expect(Math.abs(v - difference) / size).toBeLessThan(tolerance);
        });
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it("is symmetric: vᵀHw = wᵀHv, and linear", () => {
    fc.assert(
      fc.property(problem, (p) => {
        const { network, x, target } = set(p);
        const n = sizeOf(network);
        const [v, w] = [normalMatrix(1, n, p.seed + 4).data, normalMatrix(1, n, p.seed + 5).data];
        const [hv, hw] = [v, w].map((d) => hessianVectorProduct(network, x, target, p.loss, d)) as [
          Float64Array,
          Float64Array,
        ];
        const size = 1 + Math.max(...hv.map(Math.abs), ...hw.map(Math.abs));
        expect(Math.abs(dot(v, hw) - dot(w, hv)) / size).toBeLessThan(1e-11 * n);
        const sum = hessianVectorProduct(
          network,
          x,
          target,
          p.loss,
          v.map((value, k) => 2 * value + w[k]!),
        );
        sum.forEach((value, k) => {
          expect(Math.abs(value - 2 * hv[k]! - hw[k]!) / size).toBeLessThan(1e-12 * n);
        });
      }),
      { numRuns: 150 },
    );
  });

  const x = fromRows([
    [1, 2],
    [3, -1],
  ]);
  const line: Network = {
    layers: [{ weights: fromRows([[0.5, -0.25]]), bias: Float64Array.of(0.1), activation: "identity" }],
  };

  it("of one linear unit under mse is (2/n)[X 1]ᵀ[X 1], whatever the targets", () => {
    const want = [10, -1, 4, -1, 5, 1, 4, 1, 2];
    for (const t of [0, 7]) {
      const h = hessian(line, x, fromRows([[t], [-t]]), "mse");
      h.data.forEach((v, k) => {
        expect(v).toBeCloseTo(want[k]!, 14);
      });
    }
  });

  it("of one logistic unit is [X 1]ᵀ diag(σ(1 − σ)/n) [X 1]", () => {
    const weight = [0, 1].map((i) => {
      const z = x.data[2 * i]! * 0.5 + x.data[2 * i + 1]! * -0.25 + 0.1;
      return Math.exp(z) / (1 + Math.exp(z)) ** 2 / 2;
    });
    const rows = [
      [1, 2, 1],
      [3, -1, 1],
    ];
    const h = hessian(line, x, fromRows([[1], [0]]), "bceWithLogits");
    for (let p = 0; p < 3; p++)
      for (let q = 0; q < 3; q++)
        expect(h.data[p * 3 + q]).toBeCloseTo(
          weight.reduce((sum, w, i) => sum + w * rows[i]![p]! * rows[i]![q]!, 0),
          14,
        );
  });

  it("of a softmax has no curvature along equal shifts of all outputs", () => {
    const network = networkOf([2, 3], "identity", 5);
    const shift = new Float64Array(9);
    shift.fill(1, 6);
    const target = fromRows([
      [1, 0, 0],
      [0, 0, 1],
    ]);
    for (const v of hessianVectorProduct(network, x, target, "crossEntropy", shift))
      expect(Math.abs(v)).toBeLessThan(1e-15);
    const curved = hessianVectorProduct(network, x, target, "crossEntropy", Float64Array.of(0, 0, 0, 0, 0, 0, 1, 0, 0));
    const p = softmax(backward(network, x, target, "crossEntropy").output).data;
    expect(curved[6]).toBeCloseTo((p[0]! * (1 - p[0]!) + p[3]! * (1 - p[3]!)) / 2, 15);
    expect(curved[7]).toBeCloseTo(-(p[0]! * p[1]! + p[3]! * p[4]!) / 2, 15);
  });

  it("refuses a direction of another length, naming both", () => {
    expect(() => hessianVectorProduct(line, x, fromRows([[1], [0]]), "mse", new Float64Array(2))).toThrow(ShapeError);
    expect(() => hessianVectorProduct(line, x, fromRows([[1], [0]]), "mse", new Float64Array(2))).toThrow(
      /3 parameters.*2/,
    );
  });
});

describe("largestHessianEigenvalue", () => {
  it("is the first of the Hessian's eigenvalues, also where another is larger in size", () => {
    for (const [activation, loss] of [
      ["tanh", "mse"],
      ["gelu", "bceWithLogits"],
      ["relu", "crossEntropy"],
    ] as const) {
      const { network, x, target } = set({ seed: 8, hidden: [4], outputs: 2, rows: 9, activation });
      const want = eigh(hessian(network, x, target, loss)).values[0]!;
      expect(largestHessianEigenvalue(network, x, target, loss, createRandom(1), 1e-9) / want).toBeCloseTo(1, 7);
    }
  });
  it("is where gradient descent turns from converging to diverging: α·λmax = 2", () => {
    const network: Network = {
      layers: [{ weights: fromRows([[0, 0]]), bias: Float64Array.of(0), activation: "identity" }],
    };
    const x = fromRows([
      [1, 2],
      [3, -1],
      [0, 1],
    ]);
    const target = fromRows([[1], [2], [-1]]);
    const top = largestHessianEigenvalue(network, x, target, "mse", createRandom(2));
    const lossAfter = (dial: number) => {
      let at = network;
      for (let k = 0; k < 400; k++) {
        const g = flatten(backward(at, x, target, "mse").layers);
        at = unflatten(
          at,
          flatten(at.layers).map((v, i) => v - (dial / top) * g[i]!),
        );
      }
      return backward(at, x, target, "mse").loss;
    };
    const before = backward(network, x, target, "mse").loss;
    expect(lossAfter(1.98)).toBeLessThan(before);
    expect(lossAfter(2.02)).toBeGreaterThan(before);
  });
});
