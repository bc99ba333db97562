/** Matrices applied one after the other: A first, so the product is written last · … · A. */
import { IDENTITY2, type Mat2, multiply2 } from "../../math";
import { type Interpolation, interpolate } from "./model";
import { pseudoSolve } from "./solve";

/** The product of A and what is applied after it. */
export const product = (a: Mat2, after: readonly Mat2[]): Mat2 => after.reduce((done, m) => multiply2(m, done), a);

/** Where the plane stands at t of the way from I to the product: each factor has an equal part of the way, the first one first. */
export function alongStack(a: Mat2, after: readonly Mat2[], t: number, way: Interpolation): Mat2 {
  const factors = [a, ...after];
  if (t >= 1) return product(a, after);
  const place = Math.max(0, t) * factors.length;
  const k = Math.min(factors.length - 1, Math.floor(place));
  const done = factors.slice(0, k).reduce((before, m) => multiply2(m, before), IDENTITY2);
  return multiply2(interpolate(factors[k] ?? IDENTITY2, place - k, way), done);
}

/** The A with which the product comes nearest to `wanted`: exactly it where what follows can be undone, else the least-squares one of smallest norm. */
export function firstFactor(after: readonly Mat2[], wanted: Mat2): Mat2 {
  if (after.length === 0) return wanted;
  const rest = product(IDENTITY2, after);
  const i = pseudoSolve(rest, [wanted[0], wanted[2]]);
  const j = pseudoSolve(rest, [wanted[1], wanted[3]]);
  return [i[0], j[0], i[1], j[1]];
}

/** A, B, C …: the names of the factors in the order in which they are applied. */
export const factorName = (k: number): string => String.fromCharCode(65 + k);

/** The product's name, such as CBA. */
export const productName = (after: readonly Mat2[]): string =>
  Array.from({ length: after.length + 1 }, (_, k) => factorName(after.length - k)).join("");
