/**
 * A v = λ v for any real 3 × 3, by the general eig: the roots of the cubic in closed form lose half their digits where they are close.
 * The kind says what a picture can show. About 3 µs; beside the others here this one brings eig and schur along.
 */
import type { Mat3 } from "../../matrix/mat3";
import type { Vec3 } from "../../matrix/vec3";
import { EPSILON } from "../../tolerance";
import { eig } from "../eig";
import { leads3 } from "./lead";
import { largest3, steadyScale } from "./scale";

export type Eig3 =
  /** Three independent eigenvectors; equal values span a plane of them. */
  | { readonly kind: "real"; readonly values: Vec3; readonly vectors: readonly [Vec3, Vec3, Vec3] }
  /** A multiple of the identity: every direction is an eigenvector. */
  | { readonly kind: "every"; readonly value: number }
  /** Real eigenvalues, with one or two independent eigenvectors for the three. */
  | { readonly kind: "defective"; readonly values: Vec3; readonly vectors: readonly Vec3[] }
  /** One real eigenvalue on its axis; on the plane (real and imaginary part of the pair's vector) a turn by `angle` and a stretch by `modulus`. */
  | {
      readonly kind: "complex";
      readonly value: number;
      readonly axis: Vec3;
      readonly re: number;
      readonly im: number;
      readonly modulus: number;
      readonly angle: number;
      readonly plane: readonly [Vec3, Vec3];
    };

/** Eigenvalues of any 3 × 3 matrix, in eig2's order: real ones larger first. `angle` in radians, in (0, π). Throws DomainError, ConvergenceError. */
export function eig3(a: Mat3): Eig3 {
  const size = largest3(a);
  steadyScale("eig3", size);
  const value = a[0];
  const off = Math.max(...a.map((x, i) => Math.abs(i % 4 === 0 ? x - value : x)));
  if (off <= 8 * EPSILON * size) return { kind: "every", value: value + 0 };
  const { re, im, vectors, defective } = eig({ rows: 3, cols: 3, data: Float64Array.from(a) });
  const column = (x: { readonly data: Float64Array }, j: number): Vec3 => [x.data[j]!, x.data[j + 3]!, x.data[j + 6]!];
  const pair = im.findIndex((y) => y > 0);
  if (pair >= 0 && !defective) {
    const single = im.indexOf(0);
    return {
      kind: "complex",
      value: re[single]!,
      axis: column(vectors.re, single),
      re: re[pair]!,
      im: im[pair]!,
      modulus: Math.hypot(re[pair]!, im[pair]!),
      angle: Math.atan2(im[pair]!, re[pair]!),
      plane: [column(vectors.re, pair), column(vectors.im, pair)],
    };
  }
  const order = [0, 1, 2].sort((i, j) => re[j]! - re[i]! || i - j);
  const values = order.map((j) => re[j]!) as unknown as Vec3;
  const columns = order.map((j) => column(vectors.re, j));
  if (!defective) return { kind: "real", values, vectors: columns as [Vec3, Vec3, Vec3] };
  return { kind: "defective", values, vectors: independent(columns) };
}

/** Angle under which two computed eigenvectors are one: a double value splits by √ε, and its vectors with it. */
const SAME = 1e-4;

/** Of vectors that rounding parted, one each. */
function independent(vectors: readonly Vec3[]): Vec3[] {
  const kept: Vec3[] = [];
  for (const v of vectors) {
    const known = kept.some((w) => {
      const sign = v[0] * w[0] + v[1] * w[1] + v[2] * w[2] < 0 ? -1 : 1;
      return Math.hypot(v[0] - sign * w[0], v[1] - sign * w[1], v[2] - sign * w[2]) < SAME;
    });
    if (!known) kept.push(oriented(v));
  }
  return kept;
}

function oriented(v: Vec3): Vec3 {
  const size = Math.hypot(v[0], v[1], v[2]);
  const sign = leads3(v[0], v[1], v[2]) / size;
  return [sign * v[0] + 0, sign * v[1] + 0, sign * v[2] + 0];
}
