import { ShapeError } from "../errors";
import type { Matrix } from "../matrix/matrix";
import type { Objective } from "../optimize/objectives";
import { observedCells } from "./observed";

/**
 * What `als` minimises, as a function for any optimiser: Σ (rᵢⱼ − pᵢᵀqⱼ)² over the observed cells (blanks are NaN) + λ(‖P‖² + ‖Q‖²), with
 * the parameters P, n × rank, and then Q, m × rank, row by row. Throws DomainError for an infinite rating. O(cells·rank).
 */
export function ratingsObjective(ratings: Matrix, rank: number, lambda: number): Objective {
  const { rows: n, cols: m } = ratings;
  const { start, index, value } = observedCells("ratingsObjective", ratings, new Float64Array(m)).byRow;
  const size = (n + m) * rank;
  const residual = (theta: Float64Array, i: number, c: number) => {
    let sum = -value[c]!;
    for (let p = 0; p < rank; p++) sum += theta[i * rank + p]! * theta[(n + index[c]!) * rank + p]!;
    return sum;
  };
  const fits = (theta: Float64Array) => {
    if (theta.length !== size) throw new ShapeError("ratingsObjective", `${size} parameters`, `${theta.length}`);
  };
  return {
    value(theta) {
      fits(theta);
      let sum = lambda * theta.reduce((square, v) => square + v * v, 0);
      for (let i = 0; i < n; i++) for (let c = start[i]!; c < start[i + 1]!; c++) sum += residual(theta, i, c) ** 2;
      return sum;
    },
    gradient(theta) {
      fits(theta);
      const g = theta.map((v) => 2 * lambda * v);
      for (let i = 0; i < n; i++)
        for (let c = start[i]!; c < start[i + 1]!; c++) {
          const twice = 2 * residual(theta, i, c);
          const [person, item] = [i * rank, (n + index[c]!) * rank];
          for (let p = 0; p < rank; p++) {
            g[person + p]! += twice * theta[item + p]!;
            g[item + p]! += twice * theta[person + p]!;
          }
        }
      return g;
    },
  };
}
