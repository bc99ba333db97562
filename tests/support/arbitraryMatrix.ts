import fc from "fast-check";
import { createRandom, EPSILON, identity, type Matrix, qr, transposedMatmul } from "../../src/math";
import { frobenius, minus } from "./linalgOracle";

/** Independent standard normal entries. */
export const normalMatrix = (rows: number, cols: number, seed: number): Matrix => {
  const random = createRandom(seed);
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => random.normal()) };
};

/** Orthonormal columns, uniformly distributed. */
export const orthonormal = (rows: number, cols: number, seed: number): Matrix => qr(normalMatrix(rows, cols, seed)).q;

/** Normal entries, small whole numbers (many ties and zeros), or a few rows repeated; times a scale far from one now and then. */
export function arbitraryMatrix(rows: fc.Arbitrary<number>, cols?: fc.Arbitrary<number>): fc.Arbitrary<Matrix> {
  return fc
    .record({
      rows,
      cols: cols ?? fc.constant(-1),
      kind: fc.constantFrom("normal", "whole", "low rank", "zero"),
      scale: fc.constantFrom(1, 1, 1, 2 ** -700, 2 ** 700),
      seed: fc.nat(1e6),
    })
    .map((p) => {
      const shape = { rows: p.rows, cols: p.cols < 0 ? p.rows : p.cols };
      const { data } = normalMatrix(shape.rows, shape.cols, p.seed);
      const entry = {
        normal: (v: number) => v,
        whole: (v: number) => Math.round(v),
        "low rank": (_: number, i: number) => (data[i % shape.cols] as number) * (1 + Math.floor(i / shape.cols)),
        zero: () => 0,
      }[p.kind];
      return { ...shape, data: data.map((v, i) => entry(v, i) * p.scale) };
    });
}

/** ‖QᵀQ − I‖_F / (n ε) with n the longer side. */
export const departure = (q: Matrix): number =>
  frobenius(minus(transposedMatmul(q, q), identity(q.cols))) / (Math.max(q.rows, q.cols, 1) * EPSILON);
