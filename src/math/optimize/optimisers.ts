/**
 * The descent family as one pure update each. With g the gradient at x and α the learning rate:
 * gradient descent x ← x − αg; momentum (Polyak 1964) v ← βv + g, x ← x − αv; Nesterov (1983, as Sutskever et al. 2013)
 * x ← x − α(g + βv); AdaGrad (Duchi et al. 2011) s ← s + g²; RMSProp (Hinton 2012) s ← ρs + (1 − ρ)g²; Adam (Kingma & Ba 2015)
 * with bias correction. ε stands outside the root. One update serves the picture of a path and the training of a network.
 */
import { ShapeError } from "../errors";

export const OPTIMISERS = ["gradientDescent", "momentum", "nesterov", "adaGrad", "rmsProp", "adam"] as const;
export type Optimiser = (typeof OPTIMISERS)[number];

export interface Hyperparameters {
  readonly learningRate: number;
  /** Momentum and Nesterov. */
  readonly beta?: number;
  /** RMSProp. */
  readonly rho?: number;
  /** Adam. */
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/** What an optimiser remembers between steps: running first and second moments of the gradient. */
export interface OptimiserState {
  readonly step: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function initialState(size: number): OptimiserState {
  return { step: 0, first: new Float64Array(size), second: new Float64Array(size) };
}

export interface Update {
  readonly x: Float64Array;
  readonly state: OptimiserState;
}

/** One step from x with gradient g; x and the state are not changed. Throws ShapeError when sizes differ. */
export function updateStep(
  optimiser: Optimiser,
  x: Float64Array,
  g: Float64Array,
  state: OptimiserState,
  hyper: Hyperparameters,
): Update {
  const n = x.length;
  if (g.length !== n || state.first.length !== n)
    throw new ShapeError("updateStep", `${n} entries`, `${g.length} and ${state.first.length}`);
  const { learningRate: rate, beta = 0.9, rho = 0.9, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = hyper;
  const step = state.step + 1;
  const first = state.first.slice();
  const second = state.second.slice();
  const next = new Float64Array(n);
  const unbias1 = 1 - beta1 ** step;
  const unbias2 = 1 - beta2 ** step;
  for (let i = 0; i < n; i++) {
    const gi = g[i]!;
    let move = gi;
    switch (optimiser) {
      case "gradientDescent":
        break;
      case "momentum":
        move = first[i] = beta * first[i]! + gi;
        break;
      case "nesterov":
        first[i] = beta * first[i]! + gi;
        move = gi + beta * first[i]!;
        break;
      case "adaGrad":
        second[i]! += gi * gi;
        move = gi / (Math.sqrt(second[i]!) + epsilon);
        break;
      case "rmsProp":
        second[i] = rho * second[i]! + (1 - rho) * gi * gi;
        move = gi / (Math.sqrt(second[i]!) + epsilon);
        break;
      case "adam":
        first[i] = beta1 * first[i]! + (1 - beta1) * gi;
        second[i] = beta2 * second[i]! + (1 - beta2) * gi * gi;
        move = first[i]! / unbias1 / (Math.sqrt(second[i]! / unbias2) + epsilon);
        break;
    }
    next[i] = x[i]! - rate * move;
  }
  return { x: next, state: { step, first, second } };
}
