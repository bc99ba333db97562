/**
 * A multilayer perceptron: h₀ = x, zₗ = Wₗ hₗ₋₁ + bₗ, hₗ = σ(zₗ). Gradients by backpropagation
 * (Rumelhart, Hinton & Williams 1986): δₗ = (Wₗ₊₁ᵀ δₗ₊₁) ⊙ σ′(zₗ). Rows are samples, so Z = H Wᵀ + b.
 */
import { ShapeError } from "../errors";
import { columnSums } from "../kernels/columnSums";
import { matmul, matmulTransposed, transposedMatmul } from "../kernels/matmul";
import { type Matrix, zeros } from "../matrix/matrix";
import type { Random } from "../random/random";
import { type ActivationName, activations } from "./activations";
import { type LossName, lossOf } from "./losses";

export interface Layer {
  /** out × in. */
  readonly weights: Matrix;
  /** Length out. */
  readonly bias: Float64Array;
  readonly activation: ActivationName;
}

export interface Network {
  readonly layers: readonly Layer[];
}

export interface Pass {
  /** z of each layer, n × out. */
  readonly preactivations: readonly Matrix[];
  /** h of each layer, n × out; the last is the network's output. */
  readonly outputs: readonly Matrix[];
}

/** Weights from N(0, 2/in) for the ReLU family (He et al. 2015) and N(0, 1/in) for the others (LeCun et al. 1998), biases zero. */
export function initialNetwork(
  sizes: readonly number[],
  hidden: ActivationName,
  last: ActivationName,
  random: Random,
): Network {
  const gain = hidden === "relu" || hidden === "leakyRelu" || hidden === "gelu" ? 2 : 1;
  return {
    layers: sizes.slice(1).map((out, l) => {
      const inputs = sizes[l] ?? 0;
      const weights = zeros(out, inputs);
      for (let k = 0; k < weights.data.length; k++) weights.data[k] = random.normal() * Math.sqrt(gain / inputs);
      return { weights, bias: new Float64Array(out), activation: l === sizes.length - 2 ? last : hidden };
    }),
  };
}

/** All layers' values for the rows of X, n × in. Throws ShapeError. */
export function forward({ layers }: Network, x: Matrix): Pass {
  const preactivations: Matrix[] = [];
  const outputs: Matrix[] = [];
  let h = x;
  for (const { weights, bias, activation } of layers) {
    if (h.cols !== weights.cols) throw new ShapeError("forward", `${weights.cols} inputs`, `${h.cols}`);
    const z = matmulTransposed(h, weights);
    const { value } = activations[activation];
    const out = zeros(z.rows, z.cols);
    for (let i = 0; i < z.rows; i++)
      for (let j = 0; j < z.cols; j++) {
        const k = i * z.cols + j;
        z.data[k]! += bias[j]!;
        out.data[k] = value(z.data[k]!);
      }
    preactivations.push(z);
    outputs.push(out);
    h = out;
  }
  return { preactivations, outputs };
}

export interface Gradients {
  readonly loss: number;
  readonly output: Matrix;
  /** ∂L/∂W and ∂L/∂b of each layer, shaped as the layer. */
  readonly layers: readonly { readonly weights: Matrix; readonly bias: Float64Array }[];
}

/** Loss and its exact gradient over the rows of X against targets T. Throws ShapeError. About three forward passes. */
export function backward(network: Network, x: Matrix, target: Matrix, lossName: LossName): Gradients {
  const { layers } = network;
  const { preactivations, outputs } = forward(network, x);
  const output = outputs.at(-1) ?? x;
  const { loss, gradient } = lossOf(lossName, output, target);
  const result: { weights: Matrix; bias: Float64Array }[] = [];
  let upstream = gradient;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { weights, activation } = layers[l]!;
    const z = preactivations[l]!;
    const { derivative } = activations[activation];
    const delta = { ...z, data: z.data.map((v, k) => upstream.data[k]! * derivative(v)) };
    result.unshift({ weights: transposedMatmul(delta, l > 0 ? outputs[l - 1]! : x), bias: columnSums(delta) });
    upstream = matmul(delta, weights);
  }
  return { loss, output, layers: result };
}
