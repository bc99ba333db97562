import { createRandom, type Mat2 } from "../../math";

/** Normal entries, two decimals each, so that they can be read out and typed again. */
export function randomMatrix(seed: number): Mat2 {
  const random = createRandom(seed);
  const entry = () => Math.round(100 * random.normal()) / 100 + 0;
  return [entry(), entry(), entry(), entry()];
}
