/**
 * Random matrices with given singular or eigenvalues, as LAPACK's own tests make them (TESTING/MATGEN, dlatms; Higham 2002, §28.3):
 * D with one of five spectra, turned from both sides by random reflections. Nothing here uses the code under test but the generator.
 */
import fc from "fast-check";
import { createRandom, type Matrix, type Random } from "../../src/math";

/** How the values fall from 1 to 1/condition (dlatms, MODE 1 … 5). */
export const SPECTRA = ["one large", "one small", "geometric", "arithmetic", "random"] as const;
export type Spectrum = (typeof SPECTRA)[number];

/** n values from 1 down to 1/condition. */
export function spectrumOf(spectrum: Spectrum, n: number, condition: number, random: Random): Float64Array {
  const last = 1 / condition;
  const step = (i: number) => (n > 1 ? i / (n - 1) : 0);
  const value = {
    "one large": (i: number) => (i === 0 ? 1 : last),
    "one small": (i: number) => (i === n - 1 && n > 1 ? last : 1),
    geometric: (i: number) => last ** step(i),
    arithmetic: (i: number) => 1 - step(i) * (1 - last),
    random: () => last ** random.next(),
  }[spectrum];
  return Float64Array.from({ length: n }, (_, i) => value(i)).sort((a, b) => b - a);
}

export interface Drawn {
  readonly rows: number;
  readonly cols: number;
  readonly spectrum: Spectrum;
  readonly condition: number;
  /** The matrix is times 2 to this power. */
  readonly exponent: number;
  readonly seed: number;
}

/** The sizes of the random matrices; a larger one is turned by as many reflections as this. */
const LARGEST = 120;

/** Sizes 1 … 120, the five spectra, condition 1 … 10¹⁵, now and then near over- or underflow. */
export function drawn(shape: "any" | "square" = "any", longest = LARGEST): fc.Arbitrary<Drawn> {
  const size = fc.integer({ min: 1, max: longest });
  return fc
    .record({
      rows: size,
      cols: size,
      spectrum: fc.constantFrom(...SPECTRA),
      digits: fc.double({ min: 0, max: 15, noNaN: true }),
      exponent: fc.constantFrom(0, 0, 0, 0, -960, 1000),
      seed: fc.nat(),
    })
    .map(({ digits, ...rest }) => ({
      ...rest,
      cols: shape === "square" ? rest.rows : rest.cols,
      condition: 10 ** digits,
    }));
}

/** The values of D for a draw, times its scale; largest first. */
export function valuesOf({ rows, cols, spectrum, condition, exponent, seed }: Drawn): Float64Array {
  const values = spectrumOf(spectrum, Math.min(rows, cols), condition, createRandom(seed));
  return values.map((v) => v * 2 ** exponent);
}

/** U D Vᵀ, rows × cols. */
export function general(draw: Drawn): Matrix {
  const random = createRandom(draw.seed + 1);
  const data = placed(draw, valuesOf({ ...draw, exponent: 0 }));
  for (let i = 0; i < Math.min(draw.rows, LARGEST); i++) reflectRows(data, draw.rows, draw.cols, i, random);
  for (let j = 0; j < Math.min(draw.cols, LARGEST); j++) reflectColumns(data, draw.rows, draw.cols, j, random);
  return scaled(draw, data);
}

/** V D Vᵀ with random signs in D, or with none where `definite`; symmetric to the bit. Returns its eigenvalues too, largest first. */
export function symmetric(draw: Drawn, definite = false): { readonly a: Matrix; readonly values: Float64Array } {
  const n = draw.rows;
  const random = createRandom(draw.seed + 1);
  const values = valuesOf({ ...draw, cols: n, exponent: 0 }).map((v) => (definite || random.next() < 0.5 ? v : -v));
  const data = placed({ rows: n, cols: n }, values);
  for (let i = 0; i < Math.min(n, LARGEST); i++) {
    const v = direction(n, i, random);
    reflectFromLeft(data, n, n, v);
    reflectFromRight(data, n, n, v);
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) data[i * n + j] = data[j * n + i] as number;
  return {
    a: scaled({ rows: n, cols: n, exponent: draw.exponent }, data),
    values: values.map((v) => v * 2 ** draw.exponent).sort((a, b) => b - a),
  };
}

function placed({ rows, cols }: { rows: number; cols: number }, values: Float64Array): Float64Array {
  const data = new Float64Array(rows * cols);
  values.forEach((value, i) => {
    data[i * cols + i] = value;
  });
  return data;
}

function scaled({ rows, cols, exponent }: Pick<Drawn, "rows" | "cols" | "exponent">, data: Float64Array): Matrix {
  return { rows, cols, data: data.map((v) => v * 2 ** exponent) };
}

/** A random direction that leaves the first `from` entries alone (Stewart 1980: such reflections make a uniformly random turn). */
function direction(n: number, from: number, random: Random): Float64Array {
  const v = new Float64Array(n);
  let square = 0;
  for (let i = from; i < n; i++) {
    v[i] = random.normal();
    square += (v[i] as number) ** 2;
  }
  return v.map((x) => x / Math.sqrt(square));
}

const reflectRows = (data: Float64Array, rows: number, cols: number, from: number, random: Random) =>
  reflectFromLeft(data, rows, cols, direction(rows, from, random));
const reflectColumns = (data: Float64Array, rows: number, cols: number, from: number, random: Random) =>
  reflectFromRight(data, rows, cols, direction(cols, from, random));

/** X ← (I − 2vvᵀ) X. */
function reflectFromLeft(x: Float64Array, rows: number, cols: number, v: Float64Array): void {
  const dots = new Float64Array(cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) dots[j] = (dots[j] as number) + 2 * (v[i] as number) * (x[i * cols + j] as number);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++)
      x[i * cols + j] = (x[i * cols + j] as number) - (v[i] as number) * (dots[j] as number);
}

/** X ← X (I − 2vvᵀ). */
function reflectFromRight(x: Float64Array, rows: number, cols: number, v: Float64Array): void {
  for (let i = 0; i < rows; i++) {
    let dot = 0;
    for (let j = 0; j < cols; j++) dot += 2 * (v[j] as number) * (x[i * cols + j] as number);
    for (let j = 0; j < cols; j++) x[i * cols + j] = (x[i * cols + j] as number) - dot * (v[j] as number);
  }
}
