import { flatNetwork, softmax, type Vec2 } from "../../math";
import type { Now } from "./networkSources";

/** What the network answers at one point: probabilities, or the standardised number. */
export function forwardAt({ run, parameters }: Now, point: Vec2): Float64Array {
  const one = flatNetwork(run.shape, 1);
  one.values[0]?.set(point);
  const output = one.forward(parameters);
  return run.task.kind === "classes" ? softmax({ rows: 1, cols: output.length, data: output }).data : output;
}
