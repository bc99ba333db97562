/** A low-resolution picture of a function of the plane, and its colours. */
import { CLASS_COLOURS, classColour, colourOf, type Rgb } from "./theme";

export interface Field {
  readonly cols: number;
  readonly rows: number;
  /** 0 to 255 for each cell, the top row first. With `ramps` null 0 is −, 127.5 nothing, 255 +. */
  readonly levels: Uint8Array;
  /** Class of each cell, whose ramp its level is read on; null for signed numbers. */
  readonly ramps: Uint8Array | null;
}

/** Part of a class's colour at full level and strength 1, over the paper. */
const FULL = 0.85;
const FAINT = 0.05;

const mix = (from: Rgb, to: Rgb, part: number): number => {
  const at = (k: 0 | 1 | 2) => Math.round(from[k] + part * (to[k] - from[k]));
  return ((255 << 24) | (at(2) << 16) | (at(1) << 8) | at(0)) >>> 0;
};

/** 256 colours (RGBA, little-endian words) from almost paper to a class's colour; at a `strength` of ½ points of that class still stand out. */
export function classRamp(k: number, strength: number): Uint32Array {
  const [paper, full] = [colourOf("--paper"), colourOf(classColour(k))];
  return Uint32Array.from({ length: 256 }, (_, level) =>
    mix(paper, full, FAINT + (FULL * strength - FAINT) * (level / 255)),
  );
}

/** 256 colours from blue over the theme's middle to orange; `strength` below 1 keeps marks on top readable. */
export function divergingRamp(strength: number): Uint32Array {
  const [low, middle, high] = [colourOf("--diverge-neg"), colourOf("--diverge-mid"), colourOf("--diverge-pos")];
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const t = (level - 127.5) / 127.5;
    return mix(middle, t < 0 ? low : high, Math.abs(t) * strength);
  });
}

/** Paints a field cell by cell into a canvas, which is made as large as the field. */
export function paintField(
  canvas: HTMLCanvasElement,
  { cols, rows, levels, ramps }: Field,
  classRamps: readonly Uint32Array[],
  diverging: Uint32Array,
): void {
  if (canvas.width !== cols || canvas.height !== rows) Object.assign(canvas, { width: cols, height: rows });
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(cols, rows);
  const words = new Uint32Array(image.data.buffer);
  for (let k = 0; k < words.length; k++) {
    const ramp = ramps ? classRamps[(ramps[k] ?? 0) % CLASS_COLOURS] : diverging;
    words[k] = ramp?.[levels[k] ?? 0] ?? 0;
  }
  context.putImageData(image, 0, 0);
}

export const allClassRamps = (strength: number): readonly Uint32Array[] =>
  Array.from({ length: CLASS_COLOURS }, (_, k) => classRamp(k, strength));
