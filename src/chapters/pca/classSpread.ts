/** Where each class lies on a picture of the points, on two axes or three. */
import { momentsOf } from "../../math";
import { derive, type Source } from "../../scene/source";
import { source } from "../../state/source";
import { colour } from "./sources";

export interface ClassSpread {
  readonly code: number;
  /** On each of the k axes. */
  readonly mean: readonly number[];
  /** The class's covariance, divisor n, k × k row by row. */
  readonly covariance: readonly number[];
}

/** Of every class with more points than axes, of points x₀ y₀ (z₀) x₁ …; a point that is not finite counts for nothing. O(nk²). */
export function classSpreads(
  points: Float32Array,
  k: number,
  codes: Int32Array,
  classes: number,
): readonly ClassSpread[] {
  const rows = Array.from({ length: classes }, (): number[] => []);
  codes.forEach((code, i) => {
    const finite = points.subarray(i * k, (i + 1) * k).every(Number.isFinite);
    if (finite && code >= 0) rows[code]?.push(i);
  });
  return rows.flatMap((of, code) => {
    if (of.length <= k) return [];
    const data = Float64Array.from({ length: k * of.length }, (_, at) => {
      const row = of[Math.floor(at / k)] as number;
      return points[row * k + (at % k)] as number;
    });
    const { n, mean, comoment } = momentsOf({ rows: of.length, cols: k, data });
    return [{ code, mean: [...mean], covariance: Array.from(comoment, (value) => value / n) }];
  });
}

/** Ellipses beyond this number are a tangle, and the colours have long repeated. */
const MOST_CLASSES = 20;

/** The spreads on a picture of k axes, while they are asked for. */
export const classSpreadsOn = (points: Source<Float32Array>, k: number): Source<readonly ClassSpread[]> =>
  derive([source((s) => s.pca.showClassEllipses), points, colour], (on, at, column) =>
    on && column ? classSpreads(at, k, column.codes, Math.min(MOST_CLASSES, column.levels.length)) : [],
  );
