/** Where each class lies on the picture: the 2σ ellipse of its points, about their mean. */
import { type Mat2, momentsOf, type Vec2 } from "../../../math";
import { ellipse } from "../../../scene/marks/ellipse";
import type { Shape } from "../../../scene/shape";
import { derive } from "../../../scene/source";
import { classTone } from "../../../scene/theme";
import { source } from "../../../state/source";
import { ellipseOf } from "../plane";
import { colour, points, view } from "../sources";

export interface ClassSpread {
  readonly code: number;
  readonly mean: Vec2;
  /** The class's covariance, divisor n. */
  readonly block: Mat2;
}

/** Of every class with at least three points; a class on a line has an ellipse that is one. O(n). */
export function classSpreads(xy: Float32Array, codes: Int32Array, classes: number): readonly ClassSpread[] {
  return Array.from({ length: classes }, (_, code) => code).flatMap((code) => {
    const rows = [...codes.keys()].filter(
      (i) => codes[i] === code && Number.isFinite((xy[2 * i] ?? Number.NaN) + (xy[2 * i + 1] ?? Number.NaN)),
    );
    if (rows.length < 3) return [];
    const data = Float64Array.from(
      { length: 2 * rows.length },
      (_, k) => xy[2 * (rows[k >> 1] as number) + (k % 2)] as number,
    );
    const { n, mean, comoment } = momentsOf({ rows: rows.length, cols: 2, data });
    const [a = 0, b = 0, , d = 0] = comoment.map((value) => value / n);
    return [{ code, mean: [mean[0] ?? 0, mean[1] ?? 0], block: [a, b, b, d] }];
  });
}

/** Ellipses beyond this number are a tangle, and the colours have long repeated. */
const MOST_CLASSES = 20;
const spreads = derive([source((s) => s.pca.showClassEllipses), points, colour], (on, xy, column) =>
  on && column ? classSpreads(xy, column.codes, Math.min(MOST_CLASSES, column.levels.length)) : [],
);

export const classEllipses = derive([view, spreads], (v, all): readonly Shape[] =>
  all.map(({ code, mean, block }) =>
    ellipse(v, ellipseOf({ block }), { name: `class-${code}`, tone: classTone(code), fillOpacity: 0.05 }, mean),
  ),
);
