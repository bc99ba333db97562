/**
 * The rotation from one picture plane to another in d dimensions: the geodesic between two orthonormal frames.
 * FaᵀFz = U cos τ Wᵀ gives the principal directions Ga = FaU and Gz = FzW, of which the k-th pair spans a plane of its own; in it ga turns toward gz by
 * tτ at even speed, and within the picture the frame turns from Uᵀ to Wᵀ, at even speed too (Buja, Cook, Asimov & Hurley 2005, 'Computational
 * methods for high-dimensional rotations in data visualization', §3). So ‖F′(t)‖ is constant.
 */
import { column, det, leadingColumns, type Matrix, matmul, rotationPower, svd, transpose, zeros } from "../../math";

export interface Turning {
  /** The frame on the way, d × k with orthonormal columns; Fa at 0 and Fz, as `to` holds it, at 1. O(dk²). */
  readonly at: (t: number) => Matrix;
  /** Where the way ends: Fz, but for `mirrored`. */
  readonly to: Matrix;
  /** Whether the last column of Fz was taken the other way round: with as many columns as rows a reflection is no turn. */
  readonly mirrored: boolean;
}

/** cos θ a + sin θ b, the path of one principal direction. */
interface Arc {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly angle: number;
}

/** A remainder this short is rounding, and has no direction of its own. */
const NOTHING = 1e-13;

/**
 * The way from Fa to Fz, both d × k with orthonormal columns, 1 ≤ k ≤ d. With k < d every frame can be reached: where the frames differ by a
 * reflection within the picture, the last principal direction goes the longer way, π − τ, as a card is turned over. Two small SVDs.
 */
export function turning(from: Matrix, end: Matrix): Turning {
  const k = from.cols;
  const found = principal(from, end);
  const mirrored = from.rows === k && det(found.u) * det(found.w) < 0;
  const to = mirrored ? lastReversed(end) : end;
  const { u, w } = mirrored ? principal(from, to) : found;
  const over = from.rows > k && det(u) * det(w) < 0;
  // The sign of the least cosine: its angle becomes π − τ, and the turn within the picture a rotation.
  if (over) for (let i = 0; i < k; i++) w.data[i * k + k - 1] = -(w.data[i * k + k - 1] as number);
  const arcs = arcsBetween(from, matmul(from, u), matmul(to, w));
  const within = matmul(transpose(w), u);
  const at = (t: number): Matrix => {
    if (t <= 0) return from;
    if (t >= 1) return to;
    // A rotation, since the reflection was taken out of it; so it has its powers.
    const turned = rotationPower(within, t) ?? within;
    return matmul(along(arcs, from.rows, t), matmul(turned, transpose(u)));
  };
  // Wᵀ = WᵀU · Uᵀ: so the frame is G(t) (WᵀU)ᵗ Uᵀ, wherein G(t) is Ga at 0 and Gz at 1.
  return { at, to, mirrored };
}

/**
 * U and W of the principal directions, the least angle first. Cosines tell small angles apart too badly (Björck & Golub 1973): within those below 45°
 * the directions are found once more by their sines, the singular values of what lies outside the first plane.
 */
function principal(from: Matrix, to: Matrix): { readonly u: Matrix; readonly w: Matrix } {
  const meet = matmul(transpose(from), to);
  const { u, s, vt } = svd(meet);
  const w = transpose(vt);
  const near = s.filter((cosine) => cosine * cosine > 0.5).length;
  const some = leadingColumns(w, near);
  const inside = matmul(from, matmul(meet, some));
  const rest = matmul(to, some);
  rest.data.forEach((x, i) => {
    rest.data[i] = x - (inside.data[i] as number);
  });
  if (dot(rest.data, rest.data) < NOTHING * NOTHING) return { u, w };
  const { vt: mix } = svd(rest);
  const better = matmul(some, transpose(mix));
  const lead = matmul(meet, better);
  for (let j = 0; j < near; j++) {
    // The largest sine comes first; the least angle is to.
    const [a, z] = [unit(column(lead, near - 1 - j)), column(better, near - 1 - j)];
    for (let i = 0; i < from.cols; i++) {
      u.data[i * from.cols + j] = a[i] as number;
      w.data[i * from.cols + j] = z[i] as number;
    }
  }
  return { u, w };
}

const lastReversed = (frame: Matrix): Matrix => ({
  ...frame,
  data: frame.data.map((entry, i) => (i % frame.cols === frame.cols - 1 ? -entry : entry)),
});

/** G(t): cos tτ ga + sin tτ b, column by column. */
function along(arcs: readonly Arc[], rows: number, t: number): Matrix {
  const g = zeros(rows, arcs.length);
  arcs.forEach(({ a, b, angle }, k) => {
    const [c, s] = [Math.cos(t * angle), Math.sin(t * angle)];
    for (let i = 0; i < rows; i++) g.data[i * arcs.length + k] = c * (a[i] as number) + s * (b[i] as number);
  });
  return g;
}

/** The planes in which the principal directions turn, each at right angles to the others; the widest first, since it may need a direction of its own. */
function arcsBetween(from: Matrix, start: Matrix, end: Matrix): readonly Arc[] {
  const taken = Array.from({ length: from.cols }, (_, j) => column(from, j));
  const arcs: Arc[] = [];
  for (let k = from.cols - 1; k >= 0; k--) {
    const [a, z] = [column(start, k), column(end, k)];
    const rest = beside(taken, z);
    const s = Math.sqrt(dot(rest, rest));
    const angle = Math.atan2(s > NOTHING ? s : 0, dot(a, z));
    // Half a turn may go through any direction at right angles; no turn needs none.
    const b = s > NOTHING ? unit(beside(taken, unit(rest))) : angle > 0 ? anyBeside(taken, from.rows) : rest.fill(0);
    if (angle > 0) taken.push(b);
    arcs.unshift({ a, b, angle });
  }
  return arcs;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const unit = (a: Float64Array): Float64Array => {
  const length = Math.sqrt(dot(a, a));
  return a.map((x) => x / length);
};

/** What is left of `v` outside the span of `taken`; twice, since once leaves the rounding of a long part in a short one. */
function beside(taken: readonly Float64Array[], v: Float64Array): Float64Array {
  let rest = v;
  for (let pass = 0; pass < 2; pass++)
    for (const q of taken) {
      const part = dot(q, rest);
      rest = rest.map((x, i) => x - part * (q[i] as number));
    }
  return rest;
}

/** A unit vector outside the span of `taken`: from the axis that lies in it least. */
function anyBeside(taken: readonly Float64Array[], rows: number): Float64Array {
  const inside = (i: number) => taken.reduce((sum, q) => sum + (q[i] as number) ** 2, 0);
  const least = Array.from({ length: rows }, (_, i) => i).sort((i, j) => inside(i) - inside(j))[0] ?? 0;
  return unit(beside(taken, new Float64Array(rows).fill(1, least, least + 1)));
}
