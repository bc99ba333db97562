import { IDENTITY3, inverse3, type Mat3 } from "../../../math";
import { derive } from "../../../scene/source";
import { update } from "../../../state/store";
import type { StackInState } from "../views/stackOfMatrices";
import { product3 } from "./compose3";
import { after3, matrix3, name3 } from "./sources";

/** The stack of space; a quarter turn about the vertical and a shear of it to begin with. */
export const spaceStack: StackInState<Mat3> = {
  size: 3,
  identity: IDENTITY3,
  factors: derive([matrix3, after3], (a, rest) => [a, ...rest]),
  name: name3,
  product: product3,
  inverse: inverse3,
  fresh: [
    [0, -1, 0, 1, 0, 0, 0, 0, 1],
    [1, 0, 1, 0, 1, 0, 0, 0, 1],
  ],
  write: (first, rest) => update("transform", { matrix3: first, after3: rest, progress: 1 }),
};
