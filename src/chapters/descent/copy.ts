import { MOST_ROWS, numpySnippet } from "./snippet";
import { beta, bowl, columns, current, dataset, ground, learningRate, optimiser, start, x, y } from "./sources";

/** The chapter's snippet for the present state. */
export function snippet(): string {
  const { fit, pair } = ground.get();
  const data = dataset.get();
  const whole = data !== null && data.held === data.rows && data.rows <= MOST_ROWS;
  return numpySnippet({
    valley: bowl.get(),
    data: fit && pair ? { names: [x.get(), y.get()], fit, pair, columns: whole ? columns.get() : null } : null,
    optimiser: optimiser.get(),
    start: start.get(),
    learningRate: learningRate.get(),
    beta: beta.get(),
    at: current.get(),
  });
}
