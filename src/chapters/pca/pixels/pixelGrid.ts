/** Whether the features are the pixels of a square picture, and which pixel each of them is. */
import type { Matrix } from "../../../math";

export interface PixelGrid {
  /** Pixels across and down. */
  readonly side: number;
  /** For each feature its pixel, row by row from the upper left. */
  readonly place: readonly number[];
}

/** Smaller pictures show nothing, and 25 features named a1 to a25 are seldom a picture. */
const LEAST_SIDE = 4;
const PIXEL = /^(pixel|pix|px)\b|^(pixel|pix|px)[\d\s_.-]/i;
/** Rows that are asked whether all columns have one range. */
const ASKED = 2000;

/**
 * The grid of s² features, s ≥ 4: named by row and column, as 'pixel 0 0' to 'pixel 7 7' or '1x1' to '28x28'; or numbered without a gap, as 'pixel0' to
 * 'pixel783', where the name says pixel or all columns have one and the same range. Null for everything else. O(d), at most O(2000·d).
 */
export function pixelGrid(names: readonly string[], x: Matrix): PixelGrid | null {
  const side = Math.round(Math.sqrt(names.length));
  if (side < LEAST_SIDE || side * side !== names.length) return null;
  return named(names, side) ?? numbered(names, side, x);
}

/** Two numbers in every name, each pair once. */
function named(names: readonly string[], side: number): PixelGrid | null {
  const pairs = names.map((name) => /^(.*?)(\d+)(\D+)(\d+)$/.exec(name));
  const stem = pairs[0]?.[1];
  if (!pairs.every((found) => found && found[1] === stem)) return null;
  const rows = pairs.map((found) => Number(found?.[2]));
  const cols = pairs.map((found) => Number(found?.[4]));
  const [top, left] = [Math.min(...rows), Math.min(...cols)];
  return whole(
    rows.map((row, j) =>
      row - top < side && (cols[j] as number) - left < side ? (row - top) * side + (cols[j] as number) - left : -1,
    ),
    side,
  );
}

/** One number at the end of every name, from 0 or 1 on. */
function numbered(names: readonly string[], side: number, x: Matrix): PixelGrid | null {
  const found = names.map((name) => /^(\D*)(\d+)$/.exec(name));
  const stem = found[0]?.[1] ?? "";
  if (!found.every((match) => match && match[1] === stem)) return null;
  if (!PIXEL.test(names[0] ?? "") && !oneRange(x)) return null;
  const numbers = found.map((match) => Number(match?.[2]));
  const first = Math.min(...numbers);
  return whole(
    numbers.map((n) => n - first),
    side,
  );
}

/** Null unless every pixel is there once. */
function whole(place: readonly number[], side: number): PixelGrid | null {
  const once = new Set(place);
  return once.size === side * side && place.every((at) => at >= 0 && at < side * side) ? { side, place } : null;
}

function oneRange({ rows, cols, data }: Matrix): boolean {
  if (rows === 0) return false;
  const range = (j: number) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < Math.min(rows, ASKED); i++) {
      const value = data[i * cols + j] as number;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return [low, high] as const;
  };
  const [low, high] = range(0);
  return low < high && Array.from({ length: cols }, (_, j) => range(j)).every(([a, b]) => a === low && b === high);
}
