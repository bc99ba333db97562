/** Rank-k approximation of a picture: every number that the chapter shows, as pure functions. */
import type { Picture, PixelGrid } from "../../data/picture";
import { EPSILON } from "../../math";
import { formatNumber } from "../../scene/formatNumber";
import type { Spectrum } from "../../workers/pictureSession";

/** The spectrum with its running sums, made once. */
export interface Profile {
  /** σ₁ ≥ σ₂ ≥ …; only the first few while it is approximate. */
  readonly s: Float64Array;
  readonly exact: boolean;
  /** ‖A‖_F. */
  readonly norm: number;
  /** tail[k] = √(Σ_{i>k} σᵢ²) = ‖A − A_k‖_F (Eckart & Young 1936), for k from 0 to s.length. */
  readonly tail: Float64Array;
  /** How many σᵢ exceed max(m, N) ε σ₁; null when the known ones do not tell. */
  readonly numericalRank: number | null;
}

/** Rows and columns of A = [R | G | B]. */
export const shapeOf = ({ width, height, channels }: PixelGrid) => ({ rows: height, cols: width * channels });
/** The most layers that A can have. */
export const fullRank = (picture: PixelGrid): number => Math.min(picture.height, picture.width * picture.channels);

/** Sums from the small end, so that a tail has all its digits; while approximate it is what ‖A‖² lacks. */
export function profile({ s, exact, norm }: Spectrum, picture: PixelGrid): Profile {
  const tail = new Float64Array(s.length + 1);
  let sum = exact ? 0 : Math.max(0, norm ** 2 - s.reduce((kept, v) => kept + v * v, 0));
  tail[s.length] = Math.sqrt(sum);
  for (let k = s.length - 1; k >= 0; k--) {
    sum += (s[k] as number) ** 2;
    tail[k] = Math.sqrt(sum);
  }
  const { rows, cols } = shapeOf(picture);
  const count = s.filter((v) => v > Math.max(rows, cols) * EPSILON * (s[0] ?? 0)).length;
  return { s, exact, norm, tail, numericalRank: exact || count < s.length ? count : null };
}

/** The part of ‖A‖_F² that the first k layers hold, from 0 to 1; 1 for a black picture, which lacks nothing. */
export function energy({ tail, norm }: Profile, k: number): number {
  if (norm === 0) return 1;
  return 1 - ((tail[Math.min(k, tail.length - 1)] as number) / norm) ** 2;
}

/** The least k whose layers hold at least `part` of the energy, or null when the known ones do not. */
export function leastRank(of: Profile, part: number): number | null {
  for (let k = 0; k < of.tail.length; k++) if (energy(of, k) >= part) return k;
  return null;
}

/** k layers are k(m + N + 1) numbers: uᵢ, vᵢ and σᵢ of each. */
export const storedNumbers = (picture: PixelGrid, k: number): number => {
  const { rows, cols } = shapeOf(picture);
  return k * (rows + cols + 1);
};
export const pictureNumbers = (picture: PixelGrid): number => picture.width * picture.height * picture.channels;

/** Below this part of ‖A‖_F an error is rounding. */
const ROUNDING = 1e-11;

/** 10 log₁₀(1/MSE) in dB, for values from 0 to 1, before they are clamped for the screen; infinite when exact. */
export function psnr(picture: PixelGrid, error: number, norm: number): number {
  if (error <= ROUNDING * norm) return Number.POSITIVE_INFINITY;
  return 10 * Math.log10(pictureNumbers(picture) / error ** 2);
}

/** The ranks at which the slider rests: each of the first 24, then steps of about a twentieth, and the full rank. */
export function ladder(full: number): readonly number[] {
  const ranks = [1];
  for (let k = 1; k < full; ) {
    k = Math.min(full, k < 24 ? k + 1 : Math.ceil(k * 1.05));
    ranks.push(k);
  }
  return ranks;
}

/** The rung nearest to rank k. */
export function rungOf(ranks: readonly number[], k: number): number {
  const above = ranks.findIndex((rank) => rank >= k);
  if (above < 0) return ranks.length - 1;
  if (above === 0) return 0;
  const [below, over] = [ranks[above - 1] ?? 0, ranks[above] ?? 0];
  return over - k <= k - below ? above : above - 1;
}

/** Whole numbers with thin spaces: 196 608. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, "\u2009");
/** A part as per cent, never rounded up to 100. */
export function percent(part: number): string {
  if (part >= 1) return "100 %";
  const digits = part > 0.999 ? 4 : part > 0.99 ? 2 : 1;
  const shown = Math.floor(part * 100 * 10 ** digits) / 10 ** digits;
  return `${shown.toFixed(digits)} %`;
}

/** Error as a number of the picture's scale: '≈ 0' when only rounding is left. */
export const errorWords = (error: number, norm: number): string =>
  norm === 0 || error > ROUNDING * norm ? formatNumber(error) : "≈ 0";

/** The stage in a sentence. */
export function sentence(picture: Picture, of: Profile, k: number, error: number): string {
  const { rows, cols } = shapeOf(picture);
  const rank = of.numericalRank === null ? "" : ` of rank ${of.numericalRank}`;
  const what = `${picture.name}, ${picture.width} × ${picture.height} in ${picture.channels === 3 ? "colour" : "grey"}, as a ${rows} × ${cols} matrix${rank}`;
  const layers = k === 0 ? "No layer is kept" : k === 1 ? "The first layer keeps" : `The first ${k} layers keep`;
  const left = `an error of ${errorWords(error, of.norm)}`;
  const kept =
    k === 0 ? `, ${left}` : ` ${percent(energy(of, k))} of the energy and leave${k === 1 ? "s" : ""} ${left}`;
  return `${what}. ${layers}${kept}${of.exact ? "" : " (approximate)"}.`;
}
