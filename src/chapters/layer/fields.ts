/** What a network computes over the plane, as low-resolution fields: the surface under the points and each unit's small picture. */
import { type FlatNetwork, type FlatShape, flatNetwork, parameterCount } from "../../math";
import type { Field } from "../../scene/field";
import type { View2d } from "../../scene/view2d";

/** Pixels of the longer side; fewer where a forward pass over them would cost the frame. */
const FINEST = 100;
const COARSEST = 48;
/** Activations of a field that can be computed in about 5 ms. */
const BUDGET = 150_000;
/** Side of a unit's picture, and half the side of the square that it shows, in standard deviations. */
export const THUMB = 24;
export const THUMB_REACH = 3;

export interface UnitId {
  /** Index into `sizes`: 0 the inputs, 1 the first hidden layer … */
  readonly layer: number;
  readonly unit: number;
}

/** Columns and rows of the field that covers a view with nearly square cells. */
export function fieldSize(view: View2d, { sizes }: FlatShape): { cols: number; rows: number } {
  const units = sizes.slice(1).reduce((sum, n) => sum + n, 0);
  const long = Math.max(COARSEST, Math.min(FINEST, Math.floor(Math.sqrt(BUDGET / Math.max(1, units)))));
  const { width, height } = view;
  const scale = long / Math.max(1, width, height);
  return { cols: Math.max(1, Math.round(width * scale)), rows: Math.max(1, Math.round(height * scale)) };
}

/** The workspace for one shape and number of rows is kept: its arrays are as large as the field. */
const kept = new Map<string, FlatNetwork>();
function workspaceFor(shape: FlatShape, rows: number, name: string): FlatNetwork {
  const before = kept.get(name);
  if (before?.rows === rows && JSON.stringify(before.shape) === JSON.stringify(shape)) return before;
  const fresh = flatNetwork(shape, rows);
  kept.set(name, fresh);
  return fresh;
}

/** Runs the cell centres of a rectangle through the network; the first row is the top. */
function overRectangle(
  shape: FlatShape,
  theta: Float64Array,
  { cols, rows }: { cols: number; rows: number },
  { west, south, east, north }: { west: number; south: number; east: number; north: number },
  name: string,
): FlatNetwork {
  const workspace = workspaceFor(shape, cols * rows, name);
  const [x] = workspace.values;
  if (x)
    for (let r = 0, k = 0; r < rows; r++)
      for (let c = 0; c < cols; c++, k++) {
        x[k] = west + ((c + 0.5) / cols) * (east - west);
        x[cols * rows + k] = north - ((r + 0.5) / rows) * (north - south);
      }
  if (theta.length === parameterCount(shape)) workspace.forward(theta);
  return workspace;
}

const rectangleOf = ({ width, height, centre, unit }: View2d) => ({
  west: centre[0] - width / 2 / unit,
  east: centre[0] + width / 2 / unit,
  south: centre[1] - height / 2 / unit,
  north: centre[1] + height / 2 / unit,
});

/** The network's answer over the view: the likeliest class and how sure it is, or the predicted number; or one unit's value. */
export function surface(
  view: View2d,
  shape: FlatShape,
  theta: Float64Array,
  kind: "classes" | "regression",
  unit: UnitId | null,
): Field {
  const size = fieldSize(view, shape);
  const { values } = overRectangle(shape, theta, size, rectangleOf(view), "surface");
  if (!unit) {
    const output = values.at(-1) ?? new Float64Array(0);
    return kind === "classes" ? classField(output, shape.sizes.at(-1) ?? 1, size) : signed(output, 2, size);
  }
  return unitField(values, shape, unit, kind, size);
}

/** The small pictures of all units, by layer, over the same square. */
export function thumbnails(
  shape: FlatShape,
  theta: Float64Array,
  kind: "classes" | "regression",
): readonly (readonly Field[])[] {
  const size = { cols: THUMB, rows: THUMB };
  const square = { west: -THUMB_REACH, south: -THUMB_REACH, east: THUMB_REACH, north: THUMB_REACH };
  const { values } = overRectangle(shape, theta, size, square, "thumbnails");
  return shape.sizes.map((units, layer) =>
    Array.from({ length: units }, (_, unit) => unitField(values, shape, { layer, unit }, kind, size)),
  );
}

function unitField(
  values: readonly Float64Array[],
  { sizes, activations: names }: FlatShape,
  { layer, unit }: UnitId,
  kind: "classes" | "regression",
  size: { cols: number; rows: number },
): Field {
  const n = size.cols * size.rows;
  const all = values[layer] ?? new Float64Array(0);
  if (kind === "classes" && layer === sizes.length - 1) return probabilityField(all, sizes[layer] ?? 1, unit, size);
  const own = all.subarray(unit * n, (unit + 1) * n);
  const name = layer === 0 ? "identity" : names[layer - 1];
  if (name === "tanh" || name === "sigmoid") return signed(own, 1, size);
  let most = 0;
  for (let k = 0; k < n; k++) most = Math.max(most, Math.abs(own[k] ?? 0));
  return signed(own, most, size);
}

/** Levels 0 to 255 for −most to most. */
function signed(values: Float64Array, most: number, size: { cols: number; rows: number }): Field {
  const levels = new Uint8Array(size.cols * size.rows);
  const scale = most > 0 ? 127.5 / most : 0;
  for (let k = 0; k < levels.length; k++)
    levels[k] = Math.max(0, Math.min(255, Math.round(127.5 + scale * (values[k] ?? 0))));
  return { ...size, levels, ramps: null };
}

/** For each cell the likeliest of m classes, and by how much its probability exceeds chance. */
function classField(z: Float64Array, m: number, size: { cols: number; rows: number }): Field {
  const n = size.cols * size.rows;
  const levels = new Uint8Array(n);
  const ramps = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 1; j < m; j++) if ((z[j * n + i] ?? 0) > (z[best * n + i] ?? 0)) best = j;
    const top = z[best * n + i] ?? 0;
    let sum = 0;
    for (let j = 0; j < m; j++) sum += Math.exp((z[j * n + i] ?? 0) - top);
    levels[i] = Math.max(0, Math.round((255 * (1 / sum - 1 / m)) / (1 - 1 / m)));
    ramps[i] = best;
  }
  return { ...size, levels, ramps };
}

/** The softmax probability of one class. */
function probabilityField(z: Float64Array, m: number, unit: number, size: { cols: number; rows: number }): Field {
  const n = size.cols * size.rows;
  const levels = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < m; j++) sum += Math.exp((z[j * n + i] ?? 0) - (z[unit * n + i] ?? 0));
    levels[i] = Math.round(255 / sum);
  }
  return { ...size, levels, ramps: new Uint8Array(n).fill(unit) };
}
