import { derive } from "../../scene/source";
import { plainLines } from "../code";
import { MOST_ROWS, numpySnippet } from "./snippet";
import { beta, bowl, columns, current, dataset, ground, learningRate, optimiser, start, x, y } from "./sources";

/** The chapter's snippet, as it is now. */
export const code = derive(
  [ground, dataset, bowl, x, y, columns, optimiser, start, learningRate, beta, current],
  ({ fit, pair }, data, valley, nameX, nameY, all, rule, from, rate, memory, at) => {
    const whole = data !== null && data.held === data.rows && data.rows <= MOST_ROWS;
    return plainLines(
      numpySnippet({
        valley,
        data: fit && pair ? { names: [nameX, nameY], fit, pair, columns: whole ? all : null } : null,
        optimiser: rule,
        start: from,
        learningRate: rate,
        beta: memory,
        at,
      }),
    );
  },
);
