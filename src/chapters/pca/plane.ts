/** The original view: two of the features on equal axes, what the components look like from there, and the line turned by hand. */
import { eigh2, type Mat2, type Matrix, type Pca, type Spread, type Vec2 } from "../../math";
import { formatNumber } from "../../scene/formatNumber";
import { constantColumns, covarianceEntry, loading } from "./model";

/** Standard deviations that arrows and the ellipse reach. */
export const REACH = 2;

export interface Plane {
  /** Used columns on the axes, as indices into `pca.columns`; the second is null when there is only one. */
  readonly axes: readonly [number, number | null];
  readonly names: readonly [string, string];
  /** What stands along the axes. */
  readonly titles: readonly [string, string];
  /** Picture = (x − shift) / scale, for each axis. */
  readonly shift: Vec2;
  readonly scale: Vec2;
  /** Where the components start: the mean, or the origin when X is not centred. */
  readonly anchor: Vec2;
  readonly mean: Vec2;
  /** The 2 × 2 block of C of the two features. */
  readonly block: Mat2;
}

/** Names of the used columns. */
export const usedNames = ({ columns }: Pca, names: readonly string[]): readonly string[] =>
  Array.from(columns, (j) => names[j] ?? "");

/**
 * The two used columns that the reader asked for by name; a name that is not there gives way to the column of largest variance
 * that is free. Variance as measured, not as standardised, so that standardising keeps the axes.
 */
export function chooseAxes(
  model: Pca,
  spread: Spread,
  names: readonly string[],
  wanted: readonly [string, string],
): readonly [number, number | null] {
  const used = usedNames(model, names);
  const variance = (k: number) => spread.squares[model.columns[k] as number] as number;
  const order = [...used.keys()].sort((a, b) => variance(b) - variance(a));
  const asked = wanted.map((name) => used.indexOf(name)) as [number, number];
  const first = asked[0] >= 0 ? asked[0] : order.find((k) => k !== asked[1]);
  const second = asked[1] >= 0 && asked[1] !== first ? asked[1] : order.find((k) => k !== first);
  return [first ?? 0, second ?? null];
}

/** A round number near the mean where the data stand so far from zero that single precision would not tell the points apart. */
function farShift(mean: number, deviation: number): number {
  if (!(Math.abs(mean) > 1e4 * deviation)) return 0;
  if (deviation === 0) return mean;
  const base = 10 ** Math.ceil(Math.log10(10 * deviation));
  return Math.round(mean / base) * base;
}

export function planeOf(
  model: Pca,
  spread: Spread,
  names: readonly string[],
  wanted: readonly [string, string],
  { centre, standardise }: { readonly centre: boolean; readonly standardise: boolean },
): Plane {
  const axes = chooseAxes(model, spread, names, wanted);
  const used = usedNames(model, names);
  const one = (k: number | null) => {
    if (k === null) return { name: "", title: "", shift: 0, scale: 1, anchor: 0, mean: 0 };
    const column = model.columns[k] as number;
    const name = used[k] as string;
    const mean = spread.mean[column] as number;
    const scale = model.scale[k] as number;
    const deviation = Math.sqrt((spread.squares[column] as number) / spread.n);
    const shift = !centre ? 0 : standardise ? mean : farShift(mean, deviation);
    const title = standardise
      ? `${name}, in standard deviations${centre ? " from its mean" : ""}`
      : shift === 0
        ? name
        : `${name} − ${String(shift)}`;
    return {
      name,
      title,
      shift,
      scale,
      anchor: ((model.mean[k] as number) - shift) / scale,
      mean: (mean - shift) / scale,
    };
  };
  const [x, y] = [one(axes[0]), one(axes[1])];
  const entry = (p: number | null, q: number | null) => (p === null || q === null ? 0 : covarianceEntry(model, p, q));
  const cross = entry(axes[0], axes[1]);
  return {
    axes,
    names: [x.name, y.name],
    titles: [x.title, y.title],
    shift: [x.shift, y.shift],
    scale: [x.scale, y.scale],
    anchor: [x.anchor, y.anchor],
    mean: [x.mean, y.mean],
    block: [entry(axes[0], axes[0]), cross, cross, entry(axes[1], axes[1])],
  };
}

/** The held rows in the picture's units, x₀ y₀ x₁ y₁ … */
export function planePoints({ axes, shift, scale }: Plane, model: Pca, x: Matrix): Float32Array {
  const [p, q] = axes.map((k) => (k === null ? null : (model.columns[k] as number))) as [number, number | null];
  const xy = new Float32Array(2 * x.rows);
  for (let i = 0; i < x.rows; i++) {
    xy[2 * i] = ((x.data[i * x.cols + p] as number) - shift[0]) / scale[0];
    if (q !== null) xy[2 * i + 1] = ((x.data[i * x.cols + q] as number) - shift[1]) / scale[1];
  }
  return xy;
}

/** The shadow of 2√λ v on the two axes: the arrow's tip, counted from the anchor. */
export function shadow({ axes }: Plane, model: Pca, k: number): Vec2 {
  const length = REACH * Math.sqrt(model.explainedVariance[k] ?? 0);
  return [length * loading(model, axes[0], k), axes[1] === null ? 0 : length * loading(model, axes[1], k)];
}

/** A maps the unit circle onto the 2σ ellipse of the block, which is also the shadow of the ellipsoid of C. */
export function ellipseOf({ block }: Pick<Plane, "block">): Mat2 {
  const { values, vectors } = eigh2(block);
  const [a, b] = [REACH * Math.sqrt(Math.max(0, values[0])), REACH * Math.sqrt(Math.max(0, values[1]))];
  return [vectors[0] * a, vectors[1] * b, vectors[2] * a, vectors[3] * b];
}

export interface Guess {
  /** Unit direction on the two axes. */
  readonly direction: Vec2;
  /** vᵀCv. */
  readonly kept: number;
  /** Trace of the block: all that varies on the two axes. */
  readonly total: number;
  /** λ₁ of the block: the most that a line on these axes can keep. */
  readonly best: number;
}

/** What the line at `degrees` keeps; `kept` and the mean squared distance to the line add up to `total`. */
export function guessAt({ block: [p, q, , t] }: Pick<Plane, "block">, degrees: number): Guess {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return {
    direction: [c, s],
    kept: p * c * c + 2 * q * c * s + t * s * s,
    total: p + t,
    best: eigh2([p, q, q, t]).values[0],
  };
}

/** Where the handle of the line stands, from the anchor: 2σ of the points' shadow on it, but never too near to be grabbed. */
export function handleReach({ kept, best }: Guess): number {
  return REACH * Math.sqrt(Math.max(kept, best / 16, Number.MIN_VALUE));
}

/** How close to the best line counts as it. */
const ON_IT = 1 - 1e-4;
export const isBest = ({ kept, best }: Guess): boolean => best > 0 && kept >= ON_IT * best;

/** An angle in (−180, 180]. */
export const wrap = (degrees: number): number => {
  const turned = ((degrees % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
};

/** `percent` of 1 as the chapter writes it: one decimal, as in '92.5 %'. */
export const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

/** The line in words: for the handle and the text twin. */
export function guessWords(guess: Guess, degrees: number): string {
  if (!(guess.total > 0)) return `Your line at ${formatNumber(degrees, 180)}°`;
  return `Your line at ${formatNumber(Math.round(degrees * 10) / 10)}° keeps ${percent(guess.kept / guess.total)} of what varies on these axes; the best keeps ${percent(guess.best / guess.total)}`;
}

/** The columns that a correlation leaves out, by name. */
export const leftOut = (spread: Spread, names: readonly string[]): readonly string[] =>
  constantColumns(spread).map((j) => names[j] ?? "");
