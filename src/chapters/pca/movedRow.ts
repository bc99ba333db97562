/** What a row becomes when its point is moved by hand. */
import type { Matrix, Pca, Vec2 } from "../../math";
import type { Plane } from "./plane";
import { projectInto } from "./space/frames";

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
 * The way back from a picture (x − mean) / scale · F to features: the row moves by F Δy (times what standardising divided by), where Δy
 * leads from its place to the new one; of all rows with that place, the nearest one. With F of components, from scores to features by
 * V Δy. Features that have no part in F stay. O(p·k).
 */
export function movedInFrame(model: Pca, x: Matrix, row: number, frame: Matrix, to: readonly number[]): RowChange {
  const { rows: p, cols: k, data } = frame;
  const one = { rows: 1, cols: x.cols, data: x.data.subarray(row * x.cols, (row + 1) * x.cols) };
  const now = projectInto(new Float64Array(k), model, one, frame);
  return Array.from({ length: p }, (_, j) => j)
    .filter((j) => now.some((_, c) => data[j * k + c] !== 0))
    .map((j): readonly [number, number] => {
      const change = now.reduce((sum, y, c) => sum + (data[j * k + c] as number) * ((to[c] as number) - y), 0);
      const feature = model.columns[j] as number;
      return [feature, (one.data[feature] as number) + (model.scale[j] as number) * change];
    })
    .filter(([, value]) => Number.isFinite(value));
}
