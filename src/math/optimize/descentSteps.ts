import type { Objective } from "./objectives";
import { type Hyperparameters, initialState, type Optimiser, type OptimiserState, updateStep } from "./optimisers";

export interface Snapshot {
  readonly step: number;
  readonly x: Float64Array;
  readonly loss: number;
  readonly gradient: Float64Array;
  /** What the optimiser remembers on arriving at x, before it has used this gradient. */
  readonly state: OptimiserState;
}

/**
 * The path of an optimiser from x0: step 0 is x0 itself. Ends after `steps` steps, or before the first step whose point, loss or
 * gradient is not finite, so that the last snapshot can always be drawn. A stepper: the same code runs a path and shows it.
 */
export function* descentSteps(
  { value, gradient }: Objective,
  optimiser: Optimiser,
  x0: Float64Array,
  hyper: Hyperparameters,
  steps: number,
): Generator<Snapshot, void, void> {
  let x = x0;
  let state = initialState(x0.length);
  for (let step = 0; step <= steps; step++) {
    const loss = value(x);
    const g = gradient(x);
    if (!(Number.isFinite(loss) && g.every(Number.isFinite) && x.every(Number.isFinite))) return;
    yield { step, x, loss, gradient: g, state };
    ({ x, state } = updateStep(optimiser, x, g, state, hyper));
  }
}
