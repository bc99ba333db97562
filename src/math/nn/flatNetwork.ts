/**
 * The forward and backward pass of `network.ts` on flat arrays, for training that keeps up with the frame: parameters in one
 * vector as `flatten` lays them out, values unit by unit (unit j of n rows at j·n … j·n + n − 1), so that every inner loop runs
 * over contiguous rows. Nothing is allocated after `flatNetwork`. Tested equal to `backward`.
 */
import { ShapeError } from "../errors";
import { type ActivationName, activations } from "./activations";
import type { LossName } from "./losses";

export interface FlatShape {
  /** Inputs, hidden units of each layer, outputs. */
  readonly sizes: readonly number[];
  /** One for each layer of weights. */
  readonly activations: readonly ActivationName[];
}

/** How many weights and biases a shape has. */
export function parameterCount({ sizes }: FlatShape): number {
  let count = 0;
  for (let l = 1; l < sizes.length; l++) count += sizes[l]! * (sizes[l - 1]! + 1);
  return count;
}

export interface FlatNetwork {
  readonly shape: FlatShape;
  readonly rows: number;
  /** Values of each layer, unit-major; the first is the input, to be filled by the caller. */
  readonly values: readonly Float64Array[];
  /** Runs the rows of `values[0]` through the network; returns the output, which is `values.at(-1)`. */
  forward(parameters: Float64Array): Float64Array;
  /** Loss at the rows against unit-major targets; `gradient` then holds ∂L/∂parameters. About three forward passes. */
  backward(parameters: Float64Array, target: Float64Array, loss: LossName): number;
  readonly gradient: Float64Array;
}

/** A workspace for `rows` rows. */
export function flatNetwork(shape: FlatShape, rows: number): FlatNetwork {
  const { sizes, activations: names } = shape;
  if (names.length !== sizes.length - 1)
    throw new ShapeError("flatNetwork", `${sizes.length - 1} activations`, `${names.length}`);
  const values = sizes.map((size) => new Float64Array(size * rows));
  const slopes = sizes.map((size) => new Float64Array(size * rows));
  const deltas = sizes.map((size) => new Float64Array(size * rows));
  const gradient = new Float64Array(parameterCount(shape));
  const offsets = [0];
  for (let l = 1; l < sizes.length; l++) offsets.push(offsets[l - 1]! + sizes[l]! * (sizes[l - 1]! + 1));
  const last = sizes.length - 1;

  const run = (theta: Float64Array, withSlopes: boolean): Float64Array => {
    if (theta.length !== gradient.length)
      throw new ShapeError("flatNetwork", `${gradient.length} parameters`, `${theta.length}`);
    for (let l = 1; l <= last; l++) {
      affine(theta, offsets[l - 1]!, sizes[l - 1]!, sizes[l]!, rows, values[l - 1]!, values[l]!);
      activate(names[l - 1]!, values[l]!, withSlopes ? slopes[l]! : null);
    }
    return values[last]!;
  };

  return {
    shape,
    rows,
    values,
    gradient,
    forward: (theta) => run(theta, false),
    backward(theta, target, loss) {
      const output = run(theta, true);
      const value = lossInto(loss, output, target, sizes[last]!, rows, deltas[last]!);
      for (let l = last; l >= 1; l--) {
        const delta = deltas[l]!;
        const slope = slopes[l]!;
        for (let k = 0; k < delta.length; k++) delta[k]! *= slope[k]!;
        sumGradient(gradient, offsets[l - 1]!, sizes[l - 1]!, sizes[l]!, rows, values[l - 1]!, delta);
        if (l > 1) transposed(theta, offsets[l - 1]!, sizes[l - 1]!, sizes[l]!, rows, delta, deltas[l - 1]!);
      }
      return value;
    },
  };
}

/** z = Wh + b for every row. */
function affine(
  theta: Float64Array,
  at: number,
  inputs: number,
  outputs: number,
  n: number,
  h: Float64Array,
  z: Float64Array,
): void {
  for (let j = 0; j < outputs; j++) {
    const to = j * n;
    const bias = theta[at + outputs * inputs + j]!;
    for (let i = 0; i < n; i++) z[to + i] = bias;
    for (let k = 0; k < inputs; k++) {
      const w = theta[at + j * inputs + k]!;
      const from = k * n;
      for (let i = 0; i < n; i++) z[to + i]! += w * h[from + i]!;
    }
  }
}

/** Overwrites z with σ(z), and `slope`, where wanted, with σ′(z). */
function activate(name: ActivationName, z: Float64Array, slope: Float64Array | null): void {
  const n = z.length;
  switch (name) {
    case "identity":
      slope?.fill(1);
      return;
    case "tanh":
      for (let i = 0; i < n; i++) {
        const h = Math.tanh(z[i]!);
        z[i] = h;
        if (slope) slope[i] = 1 - h * h;
      }
      return;
    default: {
      const { value, derivative } = activations[name];
      if (slope) for (let i = 0; i < n; i++) slope[i] = derivative(z[i]!);
      for (let i = 0; i < n; i++) z[i] = value(z[i]!);
    }
  }
}

/** ∂L/∂W = Σ δ hᵀ and ∂L/∂b = Σ δ over the rows. */
function sumGradient(
  gradient: Float64Array,
  at: number,
  inputs: number,
  outputs: number,
  n: number,
  h: Float64Array,
  delta: Float64Array,
): void {
  for (let j = 0; j < outputs; j++) {
    const to = j * n;
    let bias = 0;
    for (let i = 0; i < n; i++) bias += delta[to + i]!;
    gradient[at + outputs * inputs + j] = bias;
    for (let k = 0; k < inputs; k++) {
      const from = k * n;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += delta[to + i]! * h[from + i]!;
      gradient[at + j * inputs + k] = sum;
    }
  }
}

/** Wᵀδ, into `out`. */
function transposed(
  theta: Float64Array,
  at: number,
  inputs: number,
  outputs: number,
  n: number,
  delta: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  for (let j = 0; j < outputs; j++)
    for (let k = 0; k < inputs; k++) {
      const w = theta[at + j * inputs + k]!;
      for (let i = 0; i < n; i++) out[k * n + i]! += w * delta[j * n + i]!;
    }
}

/** The losses of `losses.ts`, unit-major; ∂L/∂output into `delta`, where one is wanted. O(mn). */
export function lossInto(
  name: LossName,
  output: Float64Array,
  target: Float64Array,
  m: number,
  n: number,
  delta: Float64Array | null,
): number {
  let loss = 0;
  if (name === "crossEntropy") {
    for (let i = 0; i < n; i++) {
      let top = output[i]!;
      for (let j = 1; j < m; j++) top = Math.max(top, output[j * n + i]!);
      let sum = 0;
      for (let j = 0; j < m; j++) sum += Math.exp(output[j * n + i]! - top);
      const logSum = Math.log(sum);
      for (let j = 0; j < m; j++) {
        const k = j * n + i;
        const logSoftmax = output[k]! - top - logSum;
        if (target[k]! !== 0) loss -= (target[k]! * logSoftmax) / n;
        if (delta) delta[k] = (Math.exp(logSoftmax) - target[k]!) / n;
      }
    }
    return loss;
  }
  const count = n * m;
  for (let k = 0; k < count; k++) {
    const v = output[k]!;
    const t = target[k]!;
    if (name === "mse") {
      loss += (v - t) ** 2 / count;
      if (delta) delta[k] = (2 * (v - t)) / count;
    } else {
      loss += (Math.max(v, 0) - t * v + Math.log1p(Math.exp(-Math.abs(v)))) / count;
      if (delta) delta[k] = (activations.sigmoid.value(v) - t) / count;
    }
  }
  return loss;
}
