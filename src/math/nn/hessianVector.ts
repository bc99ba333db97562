/**
 * H v for the Hessian H of a network's loss over its parameters, exactly and without H, by differentiating the forward and the
 * backward pass along v (Pearlmutter 1994, Fast exact multiplication by the Hessian). With V, c for v's part of W, b and Ṙ for d/dt
 * at θ + tv:  Ż = Ḣ Wᵀ + H Vᵀ + c,  Ḣ = σ′ ⊙ Ż;  Δ = U ⊙ σ′,  Δ̇ = U̇ ⊙ σ′ + U ⊙ σ″ ⊙ Ż;  (∂W)˙ = Δ̇ᵀH + ΔᵀḢ,  U̇ = Δ̇ W + Δ V.
 */
import { ShapeError } from "../errors";
import { lanczosSteps } from "../factor/lanczos";
import { columnSums } from "../kernels/columnSums";
import { matmul, matmulTransposed, transposedMatmul } from "../kernels/matmul";
import { type Matrix, zeros } from "../matrix/matrix";
import type { Random } from "../random/random";
import { activations } from "./activations";
import { type LossName, lossCurvature, lossOf } from "./losses";
import { forward, type Layer, type Network } from "./network";
import { flatten, parametersOf, unflatten } from "./parameters";

/**
 * H v at the network's parameters, for the loss over the rows of X against targets T; v and the result as `flatten` lays parameters
 * out. For ReLU see activations.ts. Throws ShapeError. About the cost of two gradients.
 */
export function hessianVectorProduct(
  network: Network,
  x: Matrix,
  target: Matrix,
  loss: LossName,
  direction: Float64Array,
): Float64Array {
  const size = parametersOf(network.layers);
  if (direction.length !== size)
    throw new ShapeError("hessianVectorProduct", `${size} parameters in the direction`, `${direction.length}`);
  const along = unflatten(network, direction).layers;
  const { preactivations, outputs } = forward(network, x);
  const moved = movedForward(network.layers, along, x, preactivations, outputs);
  const output = outputs.at(-1) ?? x;
  const result: Pick<Layer, "weights" | "bias">[] = [];
  let upstream = lossOf(loss, output, target).gradient;
  let upstreamMoved = lossCurvature(loss, output, moved.outputs.at(-1) ?? zeros(x.rows, x.cols));
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const { weights, activation } = network.layers[l]!;
    const { derivative, second } = activations[activation];
    const z = preactivations[l]!;
    const zMoved = moved.preactivations[l]!.data;
    const u = upstream.data;
    const slope = z.data.map(derivative);
    const delta = { ...z, data: slope.map((s, k) => u[k]! * s) };
    const deltaMoved = {
      ...z,
      data: slope.map((s, k) => upstreamMoved.data[k]! * s + u[k]! * second(z.data[k]!) * zMoved[k]!),
    };
    const below = l > 0 ? outputs[l - 1]! : x;
    const change = transposedMatmul(deltaMoved, below);
    // The input does not move with the parameters.
    if (l > 0) addTo(change, transposedMatmul(delta, moved.outputs[l - 1]!));
    result.unshift({ weights: change, bias: columnSums(deltaMoved) });
    upstreamMoved = addTo(matmul(deltaMoved, weights), matmul(delta, along[l]!.weights));
    upstream = matmul(delta, weights);
  }
  return flatten(result);
}

/** Ż and Ḣ of each layer. */
function movedForward(
  layers: readonly Layer[],
  along: readonly Layer[],
  x: Matrix,
  preactivations: readonly Matrix[],
  outputs: readonly Matrix[],
): { readonly preactivations: readonly Matrix[]; readonly outputs: readonly Matrix[] } {
  const z: Matrix[] = [];
  const h: Matrix[] = [];
  layers.forEach(({ weights, activation }, l) => {
    const step = matmulTransposed(l > 0 ? outputs[l - 1]! : x, along[l]!.weights);
    if (l > 0) addTo(step, matmulTransposed(h[l - 1]!, weights));
    const { bias } = along[l]!;
    for (let k = 0; k < step.data.length; k++) step.data[k]! += bias[k % step.cols]!;
    const { derivative } = activations[activation];
    z.push(step);
    h.push({ ...step, data: step.data.map((v, k) => v * derivative(preactivations[l]!.data[k]!)) });
  });
  return { preactivations: z, outputs: h };
}

/** Overwrites A with A + B and returns it. */
function addTo(a: Matrix, b: Matrix): Matrix {
  for (let k = 0; k < a.data.length; k++) a.data[k]! += b.data[k]!;
  return a;
}

/**
 * λmax of the Hessian of a network's loss, against which 2/α stands: gradient descent with learning rate α is stable along every
 * direction while α·λmax < 2. By Lanczos from a random start, to a relative `tolerance`. Throws ConvergenceError. Some 10 to 40 products.
 */
export function largestHessianEigenvalue(
  network: Network,
  x: Matrix,
  target: Matrix,
  loss: LossName,
  random: Random,
  tolerance = 1e-6,
): number {
  const size = parametersOf(network.layers);
  const product = (v: Float64Array) => hessianVectorProduct(network, x, target, loss, v);
  let value = 0;
  for (const step of lanczosSteps(product, size, random, tolerance)) value = step.value;
  return value;
}
