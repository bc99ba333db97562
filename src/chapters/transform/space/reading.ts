/** What a matrix of three rows or columns does: all numbers of the chapter as one pure function. */
import { cross3, det3, dot3, type Eig3, eig3, type Mat3, norm3, svd3, trace3, type Vec3 } from "../../../math";
import type { Structure } from "../structure";
import { colsOf, columnOf, rowOf, rowsOf, type SpaceShape } from "./embedded";

export interface SpaceReading {
  readonly shape: SpaceShape;
  readonly matrix: Mat3;
  /** Min(m, n) of them, largest first. */
  readonly singular: readonly number[];
  readonly rank: 0 | 1 | 2 | 3;
  /** σ₁ / σₖ; Infinity where the last is zero. */
  readonly cond: number;
  /** Frobenius: the root of the sum of squares. */
  readonly norm: number;
  /** Largest |entry|: what '≈ 0' is measured against. */
  readonly scale: number;
  /** Left and right singular vectors, orthonormal, all three, those of zero last. */
  readonly u: readonly [Vec3, Vec3, Vec3];
  readonly v: readonly [Vec3, Vec3, Vec3];
  /** Only of a square matrix. */
  readonly square: Square | null;
}

export interface Square extends Structure {
  readonly det: number;
  readonly trace: number;
  readonly eig: Eig3;
}

const EPSILON = 2 ** -52;
/** Singular values up to this count as zero. */
export const rankFloor = (largest: number): number => 3 * EPSILON * largest;
/** Of entries that a reader typed or dragged: what counts as equal. */
const EQUAL = 1e-9;

/** One svd3, and of a square matrix one eig3. About 6 µs. */
export function read3(shape: SpaceShape, a: Mat3): SpaceReading {
  const { u, s, v } = svd3(a);
  const singular = s.slice(0, Math.min(rowsOf(shape), colsOf(shape)));
  const floor = rankFloor(s[0]);
  const rank = singular.filter((value) => value > floor).length as 0 | 1 | 2 | 3;
  const scale = Math.max(...a.map(Math.abs));
  return {
    shape,
    matrix: a,
    singular,
    rank,
    cond: rank === singular.length ? s[0] / (singular.at(-1) ?? 0) : Number.POSITIVE_INFINITY,
    norm: Math.hypot(...singular),
    scale,
    u: [columnOf(u, 0), columnOf(u, 1), columnOf(u, 2)],
    v: [columnOf(v, 0), columnOf(v, 1), columnOf(v, 2)],
    square: shape === "3x3" ? readSquare(a, scale, singular) : null,
  };
}

function readSquare(a: Mat3, scale: number, singular: readonly number[]): Square {
  // Entries of order one first, so that no product over- or underflows.
  const unit = a.map((x) => x / (scale || 1)) as unknown as Mat3;
  const near = (x: number, y: number) => Math.abs(x - y) <= EQUAL;
  const pairs = ([0, 1, 2] as const).flatMap((i) => ([0, 1, 2] as const).map((j) => [i, j] as const));
  return {
    det: det3(a),
    trace: trace3(a),
    eig: eig3(a),
    orthogonal: singular.every((s) => near(s, 1)),
    symmetric: near(unit[1], unit[3]) && near(unit[2], unit[6]) && near(unit[5], unit[7]),
    normal: pairs.every(([i, j]) =>
      near(dot3(columnOf(unit, i), columnOf(unit, j)), dot3(rowOf(unit, i), rowOf(unit, j))),
    ),
  };
}

const divide = (v: Vec3, by: number): Vec3 => [v[0] / by, v[1] / by, v[2] / by];

/** A subspace of the plane or of space: nothing but the origin, a line, a plane (by its unit normal) or all. */
export type Subspace =
  | { readonly kind: "origin" }
  | { readonly kind: "line"; readonly direction: Vec3 }
  | { readonly kind: "plane"; readonly normal: Vec3 }
  | { readonly kind: "all" };

/** {Ax}: in space, or of a 2 × 3 in the plane, whose third coordinate is zero. */
export function columnSpaceOf({ rank, u, shape }: SpaceReading): Subspace {
  if (rank === 0) return { kind: "origin" };
  if (rank === rowsOf(shape)) return { kind: "all" };
  return rank === 1 ? { kind: "line", direction: u[0] } : { kind: "plane", normal: u[2] };
}

/** {x : Ax = 0}: in space, or of a 3 × 2 in the plane. */
export function nullSpaceOf({ rank, v, shape }: SpaceReading): Subspace {
  const n = colsOf(shape);
  if (rank === n) return { kind: "origin" };
  if (rank === 0) return { kind: "all" };
  return n - rank === 1 ? { kind: "line", direction: v[n - 1] ?? v[2] } : { kind: "plane", normal: v[0] };
}

/** Eigenvectors of one value: a line, or where the value is repeated a plane of them. */
export interface Eigenspace {
  readonly value: number;
  readonly space:
    | { readonly kind: "line"; readonly direction: Vec3 }
    | { readonly kind: "plane"; readonly normal: Vec3 };
}

/** The real eigenspaces, largest value first; none where every vector is an eigenvector. */
export function eigenspacesOf(eig: Eig3): readonly Eigenspace[] {
  if (eig.kind === "every") return [];
  const lines =
    eig.kind === "complex"
      ? [{ value: eig.value, direction: eig.axis }]
      : eig.vectors.map((direction) => ({ value: eigenvalueFor(eig, direction), direction }));
  const scale = Math.max(...lines.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const spaces: Eigenspace[] = [];
  for (let k = 0; k < lines.length; k++) {
    const here = lines[k];
    const next = lines[k + 1];
    if (!here) continue;
    if (next && Math.abs(here.value - next.value) <= EQUAL * scale) {
      const normal = cross3(here.direction, next.direction);
      spaces.push({ value: here.value, space: { kind: "plane", normal: divide(normal, norm3(normal) || 1) } });
      k++;
    } else spaces.push({ value: here.value, space: { kind: "line", direction: here.direction } });
  }
  return spaces;
}

/** Of a defective matrix the vectors are fewer than the values: each vector's is the one it is listed for, or the repeated one. */
function eigenvalueFor(eig: Extract<Eig3, { kind: "real" | "defective" }>, direction: Vec3): number {
  const at = eig.vectors.indexOf(direction);
  if (eig.kind === "real" || eig.vectors.length === 3) return eig.values[at] ?? 0;
  if (eig.vectors.length === 1) return (eig.values[0] + eig.values[1] + eig.values[2]) / 3;
  // Two vectors: the closer two of the three values are one.
  const [a, b, c] = eig.values;
  const firstTwice = Math.abs(a - b) <= Math.abs(b - c);
  return at === 0 ? (firstTwice ? (a + b) / 2 : a) : firstTwice ? c : (b + c) / 2;
}
