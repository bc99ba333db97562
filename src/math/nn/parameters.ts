import type { Layer, Network } from "./network";

/** All weights and biases as one vector, layer by layer, weights before bias: what an optimiser steps. */
export function flatten(layers: readonly Pick<Layer, "weights" | "bias">[]): Float64Array {
  const size = layers.reduce((sum, { weights, bias }) => sum + weights.data.length + bias.length, 0);
  const out = new Float64Array(size);
  let at = 0;
  for (const { weights, bias } of layers) {
    out.set(weights.data, at);
    out.set(bias, at + weights.data.length);
    at += weights.data.length + bias.length;
  }
  return out;
}

/** The network of the same shape with these parameters; the inverse of `flatten`. */
export function unflatten({ layers }: Network, parameters: Float64Array): Network {
  let at = 0;
  return {
    layers: layers.map((layer) => {
      const split = at + layer.weights.data.length;
      const end = split + layer.bias.length;
      const weights = { ...layer.weights, data: parameters.slice(at, split) };
      const bias = parameters.slice(split, end);
      at = end;
      return { ...layer, weights, bias };
    }),
  };
}
