/** Small pictures made of features: a component's loadings, a row, and the row that scores stand for. */
import type { Matrix, Pca, Spread } from "../../../math";
import { loading } from "../model";
import type { PixelGrid } from "./pixelGrid";

export interface PixelImage {
  readonly side: number;
  /** Row by row from the upper left. */
  readonly values: Float64Array;
  /** What is painted as paper and as ink; for signed values −most and most. */
  readonly low: number;
  readonly high: number;
  readonly signed: boolean;
}

/** Column `k` of V, the largest entry in full colour; a column that is left out is 0. */
export function componentImage({ side, place }: PixelGrid, model: Pca, k: number): PixelImage {
  const values = new Float64Array(side * side);
  model.columns.forEach((column, feature) => {
    values[place[column] as number] = loading(model, feature, k);
  });
  const most = values.reduce((max, v) => Math.max(max, Math.abs(v)), 0) || 1;
  return { side, values, low: -most, high: most, signed: true };
}

/** Rows that are asked for the least and the largest value of a pixel. */
const ASKED = 2000;

/** What paper and ink stand for: the least and the largest value of all pixels. O(2000·d). */
export function inkRange({ rows, cols, data }: Matrix): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < Math.min(rows, ASKED) * cols; i++) {
    low = Math.min(low, data[i] as number);
    high = Math.max(high, data[i] as number);
  }
  return low < high ? [low, high] : [0, 1];
}

/** The features' values as a picture. */
export function valuesImage(
  { side, place }: PixelGrid,
  features: ArrayLike<number>,
  [low, high]: readonly [number, number],
): PixelImage {
  const values = new Float64Array(side * side);
  place.forEach((at, j) => {
    values[at] = features[j] as number;
  });
  return { side, values, low, high, signed: false };
}

/** x̂ = mean + Vₖy for scores on some components, the rest 0, in the features' own units; a feature that X leaves out has its mean. O(d·k). */
export function rowOfScores(model: Pca, spread: Spread, ks: readonly number[], y: readonly number[]): Float64Array {
  const row = Float64Array.from(spread.mean);
  model.columns.forEach((column, feature) => {
    const sum = ks.reduce((all, k, at) => all + loading(model, feature, k) * (y[at] as number), 0);
    row[column] = (model.mean[feature] as number) + (model.scale[feature] as number) * sum;
  });
  return row;
}
