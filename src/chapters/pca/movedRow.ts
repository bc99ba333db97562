/** What a row becomes when its point is moved by hand. */
import type { Matrix, Pca, Vec2 } from "../../math";
import { loading, scoresOfRow } from "./model";
import type { Plane } from "./plane";

/** New values of some features: index among the columns of X, and the number. */
export type RowChange = readonly (readonly [feature: number, value: number])[];

/** The two features on the axes, as the place says. Only what is finite. */
export function movedInPlane({ axes, shift, scale }: Plane, model: Pca, to: Vec2): RowChange {
  return axes
    .flatMap((used, k): RowChange => {
      if (used === null) return [];
      return [[model.columns[used] as number, (to[k] as number) * (scale[k] as number) + (shift[k] as number)]];
    })
    .filter(([, value]) => Number.isFinite(value));
}

/**
 * The way back from scores to features: the row moves by V Δy (times what standardising divided by), where Δy leads from its score to the
 * place; of all rows with that score, the nearest one. Every used feature changes. O(dk).
 */
export function movedInScores(
  model: Pca,
  x: Matrix,
  row: number,
  pair: readonly [number, number | null],
  to: Vec2,
): RowChange {
  const now = scoresOfRow(model, x, row);
  const steps = pair.flatMap((k, axis) => (k === null ? [] : [[k, (to[axis] as number) - (now[k] ?? 0)] as const]));
  return Array.from(model.columns, (feature, j): readonly [number, number] => {
    const change = steps.reduce((sum, [k, step]) => sum + loading(model, j, k) * step, 0);
    return [feature, (x.data[row * x.cols + feature] as number) + (model.scale[j] as number) * change];
  }).filter(([, value]) => Number.isFinite(value));
}
