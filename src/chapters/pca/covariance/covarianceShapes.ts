import { clipText } from "../../../charts/clipText";
import type { Matrix } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { tickText } from "../../../scene/marks/axisTicks";
import { signedField } from "../../../scene/marks/heatMap";
import { mosaic } from "../../../scene/mosaic";
import type { Picture } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { dataset, told } from "../sources";
import { description, m, names, scene, size } from "./sources";

const MARGIN = { side: 16, top: 48, bottom: 14 };
const GAP = 22;
const TITLE = 20;
/** Digits need so many pixels of a cell. */
const DIGITS = 34;
const MOST_DIGITS = 8;
const largest = ({ data }: Matrix) => data.reduce((top, value) => Math.max(top, Math.abs(value)), 0);

/** Three squares, in as many lines as make them largest. */
export const panels = derive([scene, size, m], (now, { width, height }, rowsIn) => {
  if (!now) return [];
  const side = (cols: number) => {
    const lines = Math.ceil(3 / cols);
    const across = (width - 2 * MARGIN.side - (cols - 1) * GAP) / cols;
    return Math.max(1, Math.min(across, (height - MARGIN.top - MARGIN.bottom - (lines - 1) * GAP) / lines - TITLE));
  };
  const cols = [1, 2, 3].reduce((best, k) => (side(k) > side(best) ? k : best), 3);
  const s = side(cols);
  const left = Math.max(MARGIN.side, (width - cols * s - (cols - 1) * GAP) / 2);
  const full = largest(now.c) || 1;
  // One row is larger than an average, and has a scale of its own.
  const own = Math.max(full, largest(now.outer));
  return [
    { name: "outer", title: rowsIn > 0 ? `x xᵀ of row ${rowsIn}` : "x xᵀ", of: now.outer, full: own },
    { name: "average", title: `Average of ${rowsIn}`, of: now.average, full },
    { name: "c", title: "C of all rows", of: now.c, full },
  ].map(({ name, title, of, full: most }, at) => ({
    name,
    title,
    of,
    tile: {
      field: signedField(of.cols, of.rows, (q, p) => of.data[p * of.cols + q] as number, most),
      left: left + (at % cols) * (s + GAP),
      top: MARGIN.top + TITLE + Math.floor(at / cols) * (s + TITLE + GAP),
      width: s,
      height: s,
    },
  }));
});
export const raster = derive([panels, size], (all, box) =>
  mosaic(
    box,
    all.map(({ tile }) => tile),
  ),
);
export const shapes: Source<readonly Shape[]> = derive([panels, names, m, told], (all, called, rowsIn, row) =>
  all.flatMap(({ name, title, of, tile: { left, top, width } }): readonly Shape[] => {
    const step = width / Math.max(1, of.cols);
    const lit = name === "outer" && row >= 0 && row === rowsIn - 1;
    const frame = pathShape(
      `M${left.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}v${width.toFixed(1)}h${(-width).toFixed(1)}Z`,
      {
        name: "frame",
        tone: lit ? "ink" : "line-strong",
        width: lit ? 2.4 : 1,
      },
    );
    const head: Shape = {
      ...tickText(clipText(title, 13, width), [left, top - 7], "start"),
      name: "panelTitle",
      tone: "ink",
      size: 13,
      weight: 600,
    };
    const digits =
      of.cols <= MOST_DIGITS && step >= DIGITS
        ? Array.from(
            of.data,
            (value, k): Shape => ({
              ...tickText(
                formatNumber(value),
                [left + ((k % of.cols) + 0.5) * step, top + (Math.floor(k / of.cols) + 0.5) * step + 4],
                "middle",
              ),
              name: `${name}Digits`,
              tone: "ink",
            }),
          )
        : [];
    const columnNames =
      step >= 48
        ? called.map((text, j) =>
            tickText(clipText(text, 11, step - 4), [left + (j + 0.5) * step, top + width + 14], "middle"),
          )
        : [];
    return [frame, head, ...digits, ...columnNames];
  }),
);

export function picture(): Picture | null {
  if (!scene.get()) return null;
  return {
    ...size.get(),
    rasters: [raster.get()],
    shapes: shapes.get(),
    title: `C of ${dataset.get()?.name ?? "the data"}, point by point`,
    description: description.get(),
  };
}
