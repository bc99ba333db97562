/**
 * One step up in bidiagonal divide and conquer (Gu & Eisenstat 1995; LAPACK dlasd1 to dlasd4). With the SVDs of the two halves,
 *   B = [B₁; α eᵀ, β eᵀ; B₂] = diag(U₁, 1, U₂) M diag(V₁, V₂)ᵀ,  M = diag(d) with d₀ = 0 and there a full row z:
 * MᵀM = diag(d²) + zzᵀ. Where z is negligible or two dⱼ agree their values deflate, after a turn of both sides; the others are the
 * roots of 1 + Σ zⱼ²/(dⱼ² − σ²) = 0. M's right vectors are ẑⱼ/(dⱼ² − σ²), its left ones −1 and dⱼẑⱼ/(dⱼ² − σ²), normalised; those of
 * B are their products with the halves' vectors, sorted by half so that the zeros in the other half are left out.
 */
import { block, gemmInto } from "../kernels/gemm";
import { givens, rotateRows } from "../kernels/givens";
import { secularRoots, secularWeights } from "../kernels/secular";
import { copy } from "../kernels/vectors";
import { powerOfTwoScale } from "../matrix/scaling";
import { EPSILON } from "../tolerance";

/** The SVDs of the blocks on the way, of the whole B in the end. */
export interface BidiagonalSvd {
  /** Left singular vectors as rows of n entries, a row every `leftStride`; zeros when passed in. Empty, as `right`, for values alone. */
  readonly left: Float64Array;
  readonly leftStride: number;
  /** Right singular vectors as rows, n × n; zeros when passed in. */
  readonly right: Float64Array;
  /** Which row belongs to the i-th smallest singular value. */
  readonly order: Int32Array;
}

/** The half in which a vector is not zero. */
const UPPER = 0;
const BOTH = 1;
const LOWER = 2;

/** What is negligible beside the largest of d, α and β. */
const NEGLIGIBLE = 8 * EPSILON;

/** Room for the largest merge, shared by all. Lists by row have the rows of B as index, lists by pole the rows that did not deflate. */
export interface MergeRoom {
  readonly d: Float64Array;
  readonly svd: BidiagonalSvd;
  /** Two by row, and two for the null vector: first and last entry of its right vector within its block, which is all that z needs. */
  readonly ends: Float64Array;
  /** By row: the full row of M, and the half of its vectors. */
  readonly z: Float64Array;
  readonly half: Uint8Array;
  /** Rows by ascending d, without the middle one. */
  readonly sorted: Int32Array;
  /** The rows of the poles, the middle one first, then by ascending d; and the rows that deflated. */
  readonly kept: Int32Array;
  readonly deflated: Int32Array;
  /** By pole: d, z² and ẑ, and its place among those sorted by half. */
  readonly poles: Float64Array;
  readonly weights: Float64Array;
  readonly row: Float64Array;
  readonly place: Int32Array;
  readonly origins: Int32Array;
  readonly offsets: Float64Array;
  readonly differences: Float64Array;
  readonly mix: Float64Array;
  readonly old: Float64Array;
  readonly oldEnds: Float64Array;
}

export function mergeRoom(d: Float64Array, svd: BidiagonalSvd): MergeRoom {
  const n = d.length;
  return {
    d,
    svd,
    ends: new Float64Array(2 * n + 2),
    z: new Float64Array(n),
    half: new Uint8Array(n),
    sorted: new Int32Array(n),
    kept: new Int32Array(n),
    deflated: new Int32Array(n),
    poles: new Float64Array(n),
    weights: new Float64Array(n),
    row: new Float64Array(n),
    place: new Int32Array(n),
    origins: new Int32Array(n),
    offsets: new Float64Array(n),
    differences: new Float64Array(n * n),
    mix: new Float64Array(n * n),
    old: new Float64Array(svd.right.length),
    oldEnds: new Float64Array(2 * n),
  };
}

/** Where a merge takes place: rows from … from + n − 1, the middle one after `above` rows; a column more than rows when extra = 1. */
interface Span {
  readonly from: number;
  readonly above: number;
  readonly n: number;
  readonly extra: 0 | 1;
}

/** Merges the two halves around a row of α and β. Throws ConvergenceError. At most 2n³ flops in products, O(n²) else. */
export function bidiagonalMerge(room: MergeRoom, span: Span, alpha: number, beta: number): void {
  const { d, z, svd } = room;
  const { from, above, n } = span;
  const end = from + n;
  d[from + above] = 0;
  fullRow(room, span, alpha, beta);
  let largest = Math.max(Math.abs(alpha), Math.abs(beta));
  for (let i = from; i < end; i++) largest = Math.max(largest, d[i]!);
  const [up, up2] = powerOfTwoScale(largest);
  for (let i = from; i < end; i++) {
    d[i] = d[i]! * up * up2;
    z[i] = z[i]! * up * up2;
  }
  sortHalves(room, span);
  const count = deflate(room, span, NEGLIGIBLE * largest * up * up2);
  if (count === 1) d[from + above] = z[from + above]!;
  else {
    solve(room, count);
    const upper = sortByHalf(room, count, UPPER, 0);
    const both = sortByHalf(room, count, BOTH, upper);
    sortByHalf(room, count, LOWER, both);
    mixRight(room, count);
    replaceEnds(room, span, count);
    if (svd.right.length > 0) {
      replace(room, span, svd.right, d.length, n + span.extra, count, upper, both);
      mixLeft(room, count);
      replace(room, span, svd.left, svd.leftStride, n, count, upper, both);
    }
    placeValues(room, span, count);
  }
  sortRows(room, span);
  for (let i = from; i < end; i++) d[i] = d[i]! / up / up2;
}

/** z: α times the last entries of the upper half's right vectors, β times the first of the lower's; both null vectors into one. */
function fullRow({ d, z, ends, svd }: MergeRoom, { from, above, n, extra }: Span, alpha: number, beta: number): void {
  const { left, leftStride, right } = svd;
  const stride = d.length;
  const middle = from + above;
  const end = from + n;
  for (let i = from; i <= middle; i++) z[i] = alpha * ends[2 * i + 1]!;
  for (let i = middle + 1; i < end; i++) z[i] = beta * ends[2 * i]!;
  const [c, s, r] = givens(z[middle]!, extra === 1 ? beta * ends[2 * end]! : 0);
  // Within the whole, the upper half's vectors end in zero and the lower's begin with it.
  for (let i = from; i <= middle; i++) ends[2 * i + 1] = 0;
  for (let i = middle + 1; i < end + extra; i++) ends[2 * i] = 0;
  const sign = r < 0 ? -1 : 1;
  z[middle] = Math.abs(r);
  if (extra === 1) rotateRows(ends, 2 * middle, 2 * end, 2, c, s);
  ends[2 * middle]! *= sign;
  ends[2 * middle + 1]! *= sign;
  if (right.length === 0) return;
  if (extra === 1) rotateRows(right, middle * stride + from, end * stride + from, n + 1, c, s);
  if (sign < 0) for (let j = from; j < end + extra; j++) right[middle * stride + j]! *= -1;
  left[middle * leftStride + middle] = 1;
}

/** Rows by ascending d, the middle one left out, from the order within each half; and the half of each. */
function sortHalves({ d, svd: { order }, sorted, half }: MergeRoom, { from, above, n }: Span): void {
  const middle = from + above;
  const end = from + n;
  half.fill(UPPER, from, middle);
  half[middle] = BOTH;
  half.fill(LOWER, middle + 1, end);
  let upper = from;
  let lower = middle + 1;
  for (let k = 0; k < n - 1; k++) {
    const takeUpper = lower === end || (upper < middle && d[order[upper]!]! <= d[order[lower]!]!);
    sorted[k] = takeUpper ? order[upper++]! : order[lower++]!;
  }
}

/** Fills `kept` and `deflated`, and returns how many are kept. A pair of equal d turns until one of them has no part in z. */
function deflate({ d, svd, ends, z, half, sorted, kept, deflated }: MergeRoom, span: Span, floor: number): number {
  const { from, above, n, extra } = span;
  const { left, leftStride, right } = svd;
  const stride = d.length;
  kept[0] = from + above;
  let count = 1;
  let gone = 0;
  for (let k = 0; k < n - 1; k++) {
    const j = sorted[k]!;
    if (Math.abs(z[j]!) <= floor) {
      deflated[gone++] = j;
      continue;
    }
    const last = kept[count - 1]!;
    if (count === 1 || d[j]! - d[last]! > floor) {
      kept[count++] = j;
      continue;
    }
    const [c, s, r] = givens(z[j]!, z[last]!);
    rotateRows(ends, 2 * j, 2 * last, 2, c, s);
    if (right.length > 0) {
      rotateRows(left, j * leftStride + from, last * leftStride + from, n, c, s);
      rotateRows(right, j * stride + from, last * stride + from, n + extra, c, s);
    }
    z[j] = r;
    if (half[j] !== half[last]) half[j] = BOTH;
    deflated[gone++] = last;
    kept[count - 1] = j;
  }
  // The first pole is no singular value of a half, so it cannot deflate: a part too small, or a pole too near to it, is moved.
  if (count > 1) {
    z[kept[0]!] = Math.max(z[kept[0]!]!, floor);
    d[kept[1]!] = Math.max(d[kept[1]!]!, floor / 2);
  }
  return count;
}

/** The roots, by their differences from the poles, and ẑ. */
function solve(room: MergeRoom, count: number): void {
  const { d, z, kept, poles, row, weights, differences, origins, offsets } = room;
  for (let j = 0; j < count; j++) {
    poles[j] = d[kept[j]!]!;
    row[j] = z[kept[j]!]!;
    weights[j] = row[j]! * row[j]!;
  }
  const problem = { d: poles, weights, n: count, rho: 1, squared: true };
  secularRoots(problem, differences, origins, offsets);
  secularWeights(problem, differences, row, weights);
}

/** Gives the poles of one half their places, from `at` on. Returns the place after the last. */
function sortByHalf({ kept, half, place }: MergeRoom, count: number, which: number, at: number): number {
  let next = at;
  for (let j = 0; j < count; j++) if (half[kept[j]!] === which) place[j] = next++;
  return next;
}

/** The right singular vectors of M as rows of `mix`; leaves in `differences` the left ones, not yet normalised or sorted. */
function mixRight({ poles, weights, place, differences, mix }: MergeRoom, count: number): void {
  for (let i = 0; i < count; i++) {
    const at = i * count;
    let square = 0;
    for (let j = 0; j < count; j++) {
      const value = weights[j]! / differences[at + j]!;
      square += value * value;
      mix[at + place[j]!] = value;
      differences[at + j] = value * poles[j]!;
    }
    differences[at] = -1;
    const scale = 1 / Math.sqrt(square);
    for (let j = 0; j < count; j++) mix[at + j]! *= scale;
  }
}

/** The left singular vectors of M as rows of `mix`. */
function mixLeft({ place, differences, mix }: MergeRoom, count: number): void {
  for (let i = 0; i < count; i++) {
    const at = i * count;
    let square = 0;
    for (let j = 0; j < count; j++) square += differences[at + j]! * differences[at + j]!;
    const scale = 1 / Math.sqrt(square);
    for (let j = 0; j < count; j++) mix[at + place[j]!] = scale * differences[at + j]!;
  }
}

/** The ends of the new right vectors. */
function replaceEnds({ kept, deflated, place, mix, ends, oldEnds }: MergeRoom, { from, n }: Span, count: number): void {
  for (let j = 0; j < count; j++) copy(ends, 2 * kept[j]!, oldEnds, 2 * place[j]!, 2);
  for (let j = count; j < n; j++) copy(ends, 2 * deflated[j - count]!, oldEnds, 2 * j, 2);
  for (let i = 0; i < count; i++) {
    let first = 0;
    let last = 0;
    for (let j = 0; j < count; j++) {
      const part = mix[i * count + j]!;
      first += part * oldEnds[2 * j]!;
      last += part * oldEnds[2 * j + 1]!;
    }
    ends[2 * (from + i)] = first;
    ends[2 * (from + i) + 1] = last;
  }
  for (let j = count; j < n; j++) copy(oldEnds, 2 * j, ends, 2 * (from + j), 2);
}

/** The rows of X, `width` long, become `mix` times the kept ones, in two products, and then those that deflated. */
function replace(
  { kept, deflated, place, mix, old }: MergeRoom,
  { from, above, n }: Span,
  x: Float64Array,
  stride: number,
  width: number,
  count: number,
  upper: number,
  both: number,
): void {
  const at = from * stride + from;
  for (let j = 0; j < count; j++) copy(x, kept[j]! * stride + from, old, place[j]! * width, width);
  for (let j = count; j < n; j++) copy(x, deflated[j - count]! * stride + from, old, j * width, width);
  for (let i = 0; i < count; i++) x.fill(0, at + i * stride, at + i * stride + width);
  const split = above + 1;
  gemmInto(block(x, at, stride), block(mix, 0, count), block(old, 0, width), count, split, both);
  const below = block(old, upper * width + split, width);
  gemmInto(block(x, at + split, stride), block(mix, upper, count), below, count, width - split, count - upper);
  for (let j = count; j < n; j++) copy(old, j * width, x, at + j * stride, width);
}

/** The values in the order of the new rows. */
function placeValues(room: MergeRoom, { from, n }: Span, count: number): void {
  const { d, deflated, poles, origins, offsets, row } = room;
  for (let i = 0; i < count; i++) {
    const pole = poles[origins[i]!]!;
    row[i] = Math.sqrt(pole * pole + offsets[i]!);
  }
  for (let j = count; j < n; j++) row[j] = d[deflated[j - count]!]!;
  for (let i = 0; i < n; i++) d[from + i] = row[i]!;
}

/** Sorts the rows by value, smallest first; they come in two ascending runs, but for a hair. */
function sortRows({ d, svd: { order } }: MergeRoom, { from, n }: Span): void {
  for (let i = from; i < from + n; i++) insertRow(order, d, from, i);
}

/** Places row `i` among order[from … i − 1], which is sorted; before its equals, so that read backwards equals keep their order. */
export function insertRow(order: Int32Array, d: Float64Array, from: number, i: number): void {
  let k = i;
  for (; k > from && d[order[k - 1]!]! >= d[i]!; k--) order[k] = order[k - 1]!;
  order[k] = i;
}
