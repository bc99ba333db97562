/**
 * A v = λ v for any real 3 × 3, by the general eig: the roots of the cubic in closed form lose half their digits where they are close.
 * The kind says what a picture can show. About 3 µs; beside the others here this one brings eig and schur along.
 */
import type { Mat3 } from "../../matrix/mat3";
import { add3, cross3, dot3, norm3, scale3, sub3, type Vec3 } from "../../matrix/vec3";
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
      axis: closer(a, re[single]!, column(vectors.re, single)),
      re: re[pair]!,
      im: im[pair]!,
      modulus: Math.hypot(re[pair]!, im[pair]!),
      angle: Math.atan2(im[pair]!, re[pair]!),
      plane: closerPlane(a, re[pair]!, im[pair]!, [column(vectors.re, pair), column(vectors.im, pair)]),
    };
  }
  const order = [0, 1, 2].sort((i, j) => re[j]! - re[i]! || i - j);
  const values = order.map((j) => re[j]!) as unknown as Vec3;
  const columns = order.map((j) => column(vectors.re, j));
  if (!defective) {
    const vectors = columns.map((v, k) => closer(a, values[k]!, v)) as [Vec3, Vec3, Vec3];
    return { kind: "real", values, vectors };
  }
  return { kind: "defective", values, vectors: independent(columns) };
}

/** Cosine beyond which a vector is a mending of the computed one and no other. */
const NEAR = 0.99;

/**
 * A computed eigenvector, or what mends it where A v = λ v then holds better: the normal of the plane in which the rows of A − λI
 * lie or, where they lie on a line, its part at a right angle to that. Where eig has balanced rows that are far apart, its vector is
 * right entry by entry and hundreds of ε‖A‖ off as a whole.
 */
function closer(a: Mat3, value: number, v: Vec3): Vec3 {
  const rows: readonly [Vec3, Vec3, Vec3] = [
    [a[0] - value, a[1], a[2]],
    [a[3], a[4] - value, a[5]],
    [a[6], a[7], a[8] - value],
  ];
  const [x, y, z] = rows;
  const larger = (p: Vec3, q: Vec3) => (norm3(q) > norm3(p) ? q : p);
  const normal = [cross3(x, y), cross3(x, z), cross3(y, z)].reduce(larger);
  const lead = rows.reduce(larger);
  const along = dot3(lead, lead) > 0 ? dot3(lead, v) / dot3(lead, lead) : 0;
  const off = (u: Vec3) => Math.hypot(dot3(x, u), dot3(y, u), dot3(z, u));
  return [scale3(dot3(normal, v) < 0 ? -1 : 1, normal), sub3(v, scale3(along, lead))].reduce((best, candidate) => {
    const size = norm3(candidate);
    const unit: Vec3 = size > 0 ? [candidate[0] / size + 0, candidate[1] / size + 0, candidate[2] / size + 0] : best;
    return dot3(unit, v) > NEAR && off(unit) < off(best) ? unit : best;
  }, v);
}

type Plane = readonly [re: Vec3, im: Vec3];

/** The same for a pair λ = p ± iq, whose rows and vectors are complex; turned to the phase of the computed one. */
function closerPlane(a: Mat3, p: number, q: number, plane: Plane): Plane {
  const rows: readonly Plane[] = [
    [
      [a[0] - p, a[1], a[2]],
      [-q, 0, 0],
    ],
    [
      [a[3], a[4] - p, a[5]],
      [0, -q, 0],
    ],
    [
      [a[6], a[7], a[8] - p],
      [0, 0, -q],
    ],
  ];
  const cross = ([a1, b1]: Plane, [a2, b2]: Plane): Plane => [
    sub3(cross3(a1, a2), cross3(b1, b2)),
    add3(cross3(a1, b2), cross3(b1, a2)),
  ];
  const size = ([x, y]: Plane) => Math.hypot(norm3(x), norm3(y));
  const [first, second, third] = rows as readonly [Plane, Plane, Plane];
  const normal = [cross(first, second), cross(first, third), cross(second, third)].reduce((m, n) =>
    size(n) > size(m) ? n : m,
  );
  const [x, y] = plane;
  const [u, v] = normal;
  // conj(w) · z: its phase takes the normal w to the computed z.
  const [c, s] = [dot3(u, x) + dot3(v, y), dot3(u, y) - dot3(v, x)];
  const scale = Math.hypot(c, s) * size(normal);
  if (!(scale > 0)) return plane;
  const turned: Plane = [
    scale3(1 / scale, sub3(scale3(c, u), scale3(s, v))),
    scale3(1 / scale, add3(scale3(s, u), scale3(c, v))),
  ];
  const off = ([f, g]: Plane) =>
    Math.hypot(...rows.flatMap(([r, t]) => [dot3(r, f) - dot3(t, g), dot3(r, g) + dot3(t, f)]));
  return off(turned) < off(plane) ? turned : plane;
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
