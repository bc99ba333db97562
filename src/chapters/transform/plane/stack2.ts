import { IDENTITY2, inverse2, type Mat2 } from "../../../math";
import { derive } from "../../../scene/source";
import { update } from "../../../state/store";
import { product } from "../compose";
import { after, matrix, name } from "../sources";
import type { StackInState } from "../views/stackOfMatrices";

/** The stack of the plane; a quarter turn and a shear to begin with. */
export const planeStack: StackInState<Mat2> = {
  size: 2,
  identity: IDENTITY2,
  factors: derive([matrix, after], (a, rest) => [a, ...rest]),
  name,
  product,
  inverse: inverse2,
  fresh: [
    [0, -1, 1, 0],
    [1, 1, 0, 1],
  ],
  write: (first, rest) => update("transform", { matrix: first, after: rest, progress: 1 }),
};
