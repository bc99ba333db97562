/**
 * What the picture worker keeps: the matrix of one picture, its factors, approximate first and exact later, and the A_k that
 * is on screen. Without a worker around it, it runs in a test.
 */
import { type PixelGrid, pictureMatrix } from "../data/picture";
import { createRandom, type Matrix, type Svd, svd, truncatedSvd } from "../math";
import { createLayerSum, type LayerSum } from "./layerSum";

export interface Spectrum {
  /** Which factors these are; a frame names the ones that it was made from. */
  readonly serial: number;
  readonly exact: boolean;
  /** σ₁ ≥ σ₂ ≥ …: all min(m, N) of them when exact, the first few before. */
  readonly s: Float64Array;
  /** ‖A‖_F. */
  readonly norm: number;
}

export interface Frame {
  readonly serial: number;
  /** The rank of what is drawn; short of the one asked for while a long way is being gone. */
  readonly rank: number;
  /** A_k and the residual A − A_k as RGBA, rows × columns of the picture. */
  readonly picture: Uint8ClampedArray<ArrayBuffer>;
  readonly residual: Uint8ClampedArray<ArrayBuffer>;
  /** The residual is drawn as mid-grey + gain · residual. */
  readonly gain: number;
  /** ‖A − A_k‖_F, summed over the entries. */
  readonly error: number;
}

/** One σᵢuᵢvᵢᵀ, drawn small: mid-grey is zero, its largest entry fills the scale. */
export interface LayerPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

export interface PictureSession {
  /** Takes a picture and factors it, in part where the whole would take long. */
  open(grid: PixelGrid): Spectrum;
  /** Exchanges the factors for exact ones of the same picture. */
  adopt(factors: Svd): Spectrum;
  /** Goes towards rank k for about `milliseconds` and draws what it has reached. */
  toward(k: number, milliseconds: number): Frame;
  /** The first `count` layers, at most `side` pixels high and wide. */
  layers(count: number, side: number): readonly LayerPicture[];
}

/** With this few rows or columns the whole factorisation takes less time than a person notices. */
const SMALL = 128;
/** Triplets that the sketch finds. */
export const SKETCHED = 40;
const SEED = 1;
/** The residual's spread fills about this part of the scale, and is never magnified more than this. */
const SPREAD = 0.2;
const MOST_GAIN = 64;

export function createPictureSession(now: () => number = () => performance.now()): PictureSession {
  let serial = 0;
  let held: { grid: PixelGrid; a: Matrix; factors: Svd; sum: LayerSum; norm: number } | null = null;
  const hold = (grid: PixelGrid, a: Matrix, factors: Svd, exact: boolean): Spectrum => {
    const norm = Math.sqrt(a.data.reduce((sum, v) => sum + v * v, 0));
    held = { grid, a, factors, sum: createLayerSum(factors), norm };
    serial += 1;
    return { serial, exact, s: factors.s.slice(), norm };
  };
  const current = () => {
    if (!held) throw new Error("No picture is open.");
    return held;
  };
  return {
    open(grid) {
      const a = pictureMatrix(grid);
      const whole = Math.min(a.rows, a.cols) <= SMALL;
      const random = createRandom(SEED);
      return hold(grid, a, whole ? svd(a) : truncatedSvd(a, SKETCHED, { random, powerIterations: 1 }), whole);
    },
    adopt(factors) {
      const { grid, a } = current();
      return hold(grid, a, factors, true);
    },
    toward(k, milliseconds) {
      const { grid, a, factors, sum, norm } = current();
      const until = now() + milliseconds;
      sum.toward(k, () => now() >= until);
      const rank = sum.rank();
      const gain = gainFor(tail(factors.s, rank, norm) / Math.sqrt(Math.max(1, a.data.length)));
      return { serial, rank, gain, ...draw(grid, a.data, sum.data, gain) };
    },
    layers: (count, side) => {
      const { grid, factors } = current();
      return Array.from({ length: Math.min(count, factors.s.length) }, (_, k) => drawLayer(grid, factors, k, side));
    },
  };
}

/** √(Σ_{i>k} σᵢ²), from ‖A‖_F where the later singular values are not known. */
function tail(s: Float64Array, k: number, norm: number): number {
  let kept = 0;
  for (let i = 0; i < k; i++) kept += s[i]! ** 2;
  return Math.sqrt(Math.max(0, norm ** 2 - kept));
}

/** A power of two, so that it can be said. */
function gainFor(spread: number): number {
  if (!(spread > 0)) return MOST_GAIN;
  return Math.max(1, Math.min(MOST_GAIN, 2 ** Math.round(Math.log2(SPREAD / spread))));
}

function draw({ width, height, channels }: PixelGrid, a: Float64Array, b: Float64Array, gain: number) {
  const picture = new Uint8ClampedArray(4 * width * height);
  const residual = new Uint8ClampedArray(4 * width * height);
  let square = 0;
  for (let i = 0; i < height; i++) {
    for (let c = 0; c < channels; c++) {
      const row = (i * channels + c) * width;
      for (let j = 0; j < width; j++) {
        const value = b[row + j]!;
        const rest = a[row + j]! - value;
        square += rest * rest;
        const at = 4 * (i * width + j) + c;
        picture[at] = 255 * value;
        residual[at] = 127.5 + 127.5 * gain * rest;
      }
    }
    for (let at = 4 * i * width; at < 4 * (i + 1) * width; at += 4) {
      for (const image of [picture, residual]) {
        if (channels === 1) image[at + 1] = image[at + 2] = image[at]!;
        image[at + 3] = 255;
      }
    }
  }
  return { picture, residual, error: Math.sqrt(square) };
}

function drawLayer({ width, height, channels }: PixelGrid, { u, vt }: Svd, k: number, side: number): LayerPicture {
  const shrink = Math.min(1, side / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * shrink)), Math.max(1, Math.round(height * shrink))];
  const left = Float64Array.from({ length: h }, (_, i) => u.data[Math.floor(((i + 0.5) * height) / h) * u.cols + k]!);
  const right = Float64Array.from({ length: w * channels }, (_, j) => {
    const within = Math.floor((((j % w) + 0.5) * width) / w);
    return vt.data[k * vt.cols + Math.floor(j / w) * width + within]!;
  });
  const largest = (values: Float64Array) => values.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-300);
  const scale = 127.5 / largest(left) / largest(right);
  const rgba = new Uint8ClampedArray(4 * w * h).fill(255);
  for (let i = 0; i < h; i++)
    for (let j = 0; j < w; j++)
      for (let c = 0; c < 3; c++)
        rgba[4 * (i * w + j) + c] = 127.5 + scale * left[i]! * right[(channels === 1 ? 0 : c) * w + j]!;
  return { width: w, height: h, rgba };
}
