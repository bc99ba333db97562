/** What one matrix does to the plane: everything the chapter shows, as pure functions of its parameters. */
import {
  det2,
  type Eig2,
  eig2,
  type Mat2,
  multiply2,
  norm2,
  polar2,
  rank2,
  rotation2,
  svd2,
  trace2,
  transpose2,
  type Vec2,
} from "../../math";
import { formatNumber } from "../../scene/formatNumber";
import { type Structure, structureOf } from "./structure";

export type Interpolation = "straight" | "polar" | "svd";

const mix = (a: Mat2, b: Mat2, t: number): Mat2 => [
  a[0] + t * (b[0] - a[0]),
  a[1] + t * (b[1] - a[1]),
  a[2] + t * (b[2] - a[2]),
  a[3] + t * (b[3] - a[3]),
];
const I: Mat2 = [1, 0, 0, 1];

/** The way from the identity (t = 0) to A (t = 1): entry by entry, by angle and stretch, or as UΣVᵀ in three acts. */
export function interpolate(a: Mat2, t: number, kind: Interpolation): Mat2 {
  if (t >= 1) return a;
  if (t <= 0) return I;
  if (kind === "straight") return mix(I, a, t);
  if (kind === "polar") {
    const { orthogonal, stretch } = polar2(a);
    return multiply2(partOf(orthogonal, t), mix(I, stretch, t));
  }
  const { v, s, u } = svd2(a);
  // Both outer factors are made rotations, so that acts one and three only turn; a reflection goes into Σ.
  const flipV = det2(v) < 0;
  const flipU = det2(u) < 0;
  const turnIn = transpose2(flipV ? flipSecond(v) : v);
  const turnOut = flipU ? flipSecond(u) : u;
  const stretch: Mat2 = [s[0], 0, 0, flipV !== flipU ? -s[1] : s[1]];
  const act = (k: number) => Math.max(0, Math.min(1, 3 * t - k));
  return multiply2(partOf(turnOut, act(2)), multiply2(mix(I, stretch, act(1)), partOf(turnIn, act(0))));
}

const flipSecond = (m: Mat2): Mat2 => [m[0], -m[1], m[2], -m[3]];

/** A rotation turned part of its angle; a reflection has no angle to share out, so it is crossed straight. */
function partOf(q: Mat2, t: number): Mat2 {
  return det2(q) > 0 ? rotation2(t * Math.atan2(q[2], q[0])) : mix(I, q, t);
}

export interface Reading {
  readonly det: number;
  readonly trace: number;
  readonly rank: 0 | 1 | 2;
  readonly eig: Eig2;
  readonly singular: Vec2;
  readonly cond: number;
  /** Frobenius norm, √Σaᵢⱼ². */
  readonly norm: number;
  readonly structure: Structure;
  /** Largest |entry|: what '≈ 0' is measured against. */
  readonly scale: number;
  /** v₁, the unit direction that is stretched most, and u₁, the one that it is sent along. */
  readonly stretched: Vec2;
  readonly longest: Vec2;
}

export function read(a: Mat2): Reading {
  const { s, u, v } = svd2(a);
  return {
    det: det2(a),
    trace: trace2(a),
    rank: rank2(a),
    eig: eig2(a),
    singular: s,
    cond: rank2(a) < 2 ? Number.POSITIVE_INFINITY : s[0] / s[1],
    norm: Math.hypot(...a),
    structure: structureOf(a),
    scale: Math.max(...a.map(Math.abs)),
    stretched: [v[0], v[2]],
    longest: [u[0], u[2]],
  };
}

const degrees = (radians: number) => `${formatNumber((radians * 180) / Math.PI, 180)}°`;

/** The eigenvalues as the inspector says them. */
export function eigenWords({ eig, scale }: Reading): string {
  switch (eig.kind) {
    case "real":
      return eig.values.map((value) => formatNumber(value, scale)).join(", ");
    case "every":
      return `${formatNumber(eig.value, scale)}, every direction`;
    case "defective":
      return `${formatNumber(eig.value, scale)} twice, one direction: defective`;
    case "complex":
      return `${formatNumber(eig.re, scale)} ± ${formatNumber(eig.im, scale)}i`;
  }
}

/** What the complex pair does, or why no second line is drawn; empty for two real lines. */
export function eigenNote({ eig }: Reading): string {
  if (eig.kind === "complex")
    return `No real eigenvectors: every vector is turned. Modulus ${formatNumber(eig.modulus)}, angle ${degrees(eig.angle)}.`;
  if (eig.kind === "defective") return "Defective: one eigenvalue twice, but only one direction that keeps its line.";
  if (eig.kind === "every") return "Every vector is an eigenvector: A only scales.";
  return "";
}

/** The matrix of this name in a sentence: for screen readers, captions and alternative text. */
export function sentence(reading: Reading, name = "A"): string {
  const { det, singular, stretched, longest, rank, scale } = reading;
  if (rank === 0) return `${name} sends every vector to the origin: rank 0, area 0.`;
  const along = (direction: Vec2) => degrees(Math.atan2(direction[1], direction[0]));
  const times = `×${formatNumber(singular[0], scale)}`;
  const even = singular[0] - singular[1] <= 1e-9 * singular[0];
  const stretch = even
    ? `${name} stretches every direction alike, ${times}`
    : `${name} stretches most, ${times}, along ${along(stretched)}`;
  if (rank === 1)
    return `${stretch}; it flattens the plane onto the line at ${along(longest)}: rank 1, area 0, not invertible.`;
  return `${stretch}; area ×${formatNumber(Math.abs(det), scale * scale)}; ${det < 0 ? "space is reflected" : "no reflection"}. ${eigenNote(reading)}`.trim();
}

/** A point in words, as a handle announces it. */
export const pointWords = (v: Vec2): string =>
  `${formatNumber(v[0], Math.max(1, norm2(v)))}, ${formatNumber(v[1], Math.max(1, norm2(v)))}`;
