/**
 * The pictures that come with the app. The drawn ones are formulas in whole numbers with an exact rank, each beside the NumPy
 * that draws the same; the photographs are files in public/pictures.
 */
import type { Picture } from "./picture";

export interface DrawnPicture {
  readonly id: string;
  readonly name: string;
  readonly credit: string;
  /** The exact rank of [R | G | B] (or of the grey matrix), as tests confirm by exact arithmetic. */
  readonly rank: number;
  readonly channels: 1 | 3;
  /** The value of channel c at row i, column j, from 0 to 255. */
  readonly value: (i: number, j: number, c: number) => number;
  /** Python lines that set `P`, SIDE × SIDE × channels whole numbers; i, j and c are index grids. */
  readonly python: string;
}

export interface Photograph {
  readonly id: string;
  readonly name: string;
  readonly credit: string;
  /** Relative to the page. */
  readonly file: string;
}

/** Rows and columns of every drawn picture. */
export const SIDE = 256;

const PAPER = [244, 236, 220] as const;
const INK = [34, 58, 110] as const;

/** Stripes of the tartan's sett: width in threads and colour; the widths add up to SIDE and are multiples of the twill's 4. */
const SETT: readonly (readonly [number, readonly [number, number, number]])[] = [
  [40, [150, 24, 40]],
  [8, [20, 24, 30]],
  [24, [24, 84, 60]],
  [8, [20, 24, 30]],
  [24, [22, 44, 104]],
  [4, [240, 214, 120]],
  [24, [22, 44, 104]],
  [8, [20, 24, 30]],
  [24, [24, 84, 60]],
  [8, [20, 24, 30]],
  [40, [150, 24, 40]],
  [12, [20, 24, 30]],
  [20, [226, 226, 216]],
  [12, [20, 24, 30]],
];
const THREADS = SETT.flatMap(([count, colour]) => Array.from({ length: count }, () => colour));

/** 1 in the upper bar, its serif and the upper half of the diagonal of a Σ; the lower half is the mirror image. */
function sigma(i: number, j: number): boolean {
  const d = Math.min(i, SIDE - 1 - i);
  const bar = d >= 28 && d < 56 && j >= 44 && j < 212;
  const serif = d >= 56 && d < 84 && j >= 268 - d && j < 212;
  const diagonal = d >= 56 && j >= d - 12 && j < d + 34;
  return bar || serif || diagonal;
}

/** A counter-based hash: splitmix32's finaliser, so that any pixel can be had by itself and NumPy can have them all at once. */
function hash(counter: number): number {
  let z = Math.imul(counter + NOISE_SEED, 0x9e3779b9) >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
const NOISE_SEED = 1;

const rgb = (colour: readonly number[]) => `[${colour.join(", ")}]`;

export const DRAWN: readonly DrawnPicture[] = [
  {
    id: "gradient",
    name: "Gradient",
    credit: "Drawn by a formula; every row is the same, so its rank is exactly 1.",
    rank: 1,
    channels: 3,
    value: (_, j, c) => (c === 0 ? j : c === 1 ? Math.abs(j - 128) + 60 : 255 - j),
    python: "P = np.where(c == 0, j, np.where(c == 1, abs(j - 128) + 60, 255 - j))",
  },
  {
    id: "checks",
    name: "Checks",
    credit: "Drawn by a formula; it has two kinds of row, so its rank is exactly 2.",
    rank: 2,
    channels: 3,
    value: (i, j, c) => ((((i >> 5) + (j >> 5)) & 1) === 0 ? PAPER : INK)[c as 0 | 1 | 2],
    python: `P = np.where((i // 32 + j // 32) % 2 == 0, np.array(${rgb(PAPER)})[c], np.array(${rgb(INK)})[c])`,
  },
  {
    id: "tartan",
    name: "Tartan",
    credit: "Woven by a formula: one sett for warp and weft, in a 2/2 twill.",
    rank: 12,
    channels: 3,
    value: (i, j, c) => THREADS[((i + j) & 3) < 2 ? j : i]?.[c] ?? 0,
    python: `sett = [${SETT.map(([count, colour]) => `(${count}, ${rgb(colour)})`).join(", ")}]
threads = np.array([colour for count, colour in sett for _ in range(count)])
P = threads[np.where((i + j) % 4 < 2, j, i), c]                 # a 2/2 twill: warp on top, then weft`,
  },
  {
    id: "glyph",
    name: "Glyph",
    credit: "Drawn by a formula; the slanted strokes are what costs rank.",
    rank: 74,
    channels: 1,
    value: (i, j) => (sigma(i, j) ? 30 : 240),
    python: `d = np.minimum(i, 255 - i)                                      # the lower half mirrors the upper
bar = (28 <= d) & (d < 56) & (44 <= j) & (j < 212)
serif = (56 <= d) & (d < 84) & (268 - d <= j) & (j < 212)
diagonal = (56 <= d) & (d - 12 <= j) & (j < d + 34)
P = np.where(bar | serif | diagonal, 30, 240)`,
  },
  {
    id: "noise",
    name: "Noise",
    credit: "Seeded uniform noise: no two rows agree, so its rank is full, 256.",
    rank: 256,
    channels: 3,
    value: (i, j, c) => hash((i * SIDE + j) * 3 + c) >>> 24,
    python: `z = (((i * 256 + j) * 3 + c + ${NOISE_SEED}).astype(np.uint64) * 0x9E3779B9 % 2**32).astype(np.uint32)
z = (z ^ (z >> 16)) * np.uint32(0x21F0AAAD)                     # splitmix32, modulo 2^32
z = (z ^ (z >> 15)) * np.uint32(0x735A2D97)
P = ((z ^ (z >> 15)) >> 24).astype(int)`,
  },
];

export const PHOTOGRAPHS: readonly Photograph[] = [
  {
    id: "china",
    name: "Temple",
    credit: "Photograph by danielbuechele on Flickr, CC BY 2.0, scaled down.",
    file: "pictures/china.jpg",
  },
  {
    id: "flower",
    name: "Flower",
    credit: "Photograph by vultilion on Flickr, CC BY 2.0, scaled down.",
    file: "pictures/flower.jpg",
  },
];

/** The picture that a formula draws. */
export function draw({ id, name, credit, channels, value }: DrawnPicture): Picture {
  const pixels = new Uint8Array(SIDE * SIDE * channels);
  for (let i = 0; i < SIDE; i++)
    for (let j = 0; j < SIDE; j++)
      for (let c = 0; c < channels; c++) pixels[(i * SIDE + j) * channels + c] = value(i, j, c);
  return { id, name, credit, width: SIDE, height: SIDE, channels, pixels, notes: [] };
}
