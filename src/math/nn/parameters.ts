import { ShapeError } from "../errors";
import type { Layer, Network } from "./network";

/** All weights and biases as one vector, layer by layer, weights before bias: what an optimiser steps. */
export function flatten(layers: readonly Pick<Layer, "weights" | "bias">[]): Float64Array {
  const out = new Float64Array(parametersOf(layers));
  let at = 0;
  for (const { weights, bias } of layers) {
    out.set(weights.data, at);
    out.set(bias, at + weights.data.length);
    at += weights.data.length + bias.length;
  }
  return out;
}

/** How many weights and biases there are. */
export function parametersOf(layers: readonly Pick<Layer, "weights" | "bias">[]): number {
  return layers.reduce((sum, { weights, bias }) => sum + weights.data.length + bias.length, 0);
}

/** The network of the same shape with these parameters; the inverse of `flatten`. Throws ShapeError. */
export function unflatten({ layers }: Network, parameters: Float64Array): Network {
  const size = parametersOf(layers);
  if (parameters.length !== size) throw new ShapeError("unflatten", `${size} parameters`, `${parameters.length}`);
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
