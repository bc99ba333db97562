import { allClassRamps, divergingRamp, type Field, paintField } from "../field";
import type { Raster } from "../picture";

/** A field as a raster under the shapes, one pixel a cell, stretched over the picture; `strength` below 1 keeps what lies on top readable. */
export const heatMap =
  (field: Field, strength = 0.5): Raster =>
  (canvas) =>
    paintField(canvas, field, allClassRamps(strength), divergingRamp(strength));

/** Values of the plane as a signed field, the top row first: `most` and beyond are full colour, 0 the middle. */
export function signedField(
  cols: number,
  rows: number,
  value: (col: number, row: number) => number,
  most: number,
): Field {
  const levels = Uint8Array.from({ length: cols * rows }, (_, k) => {
    const t = value(k % cols, Math.floor(k / cols)) / most;
    return Math.round(127.5 + 127.5 * Math.max(-1, Math.min(1, t || 0)));
  });
  return { cols, rows, levels, ramps: null };
}
