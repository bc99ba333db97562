import { IDENTITY2, type Mat2, multiply2 } from "../../math";
import { interpolate } from "./model";
import { pseudoSolve } from "./solve";
import { stackOf } from "./stack";

/** Stacks of 2 × 2 matrices. */
export const { product, alongStack, firstFactor } = stackOf({
  identity: IDENTITY2,
  multiply: multiply2,
  interpolate,
  divide: (m: Mat2, b: Mat2): Mat2 => {
    const i = pseudoSolve(m, [b[0], b[2]]);
    const j = pseudoSolve(m, [b[1], b[3]]);
    return [i[0], j[0], i[1], j[1]];
  },
});
