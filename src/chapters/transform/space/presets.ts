import { createRandom, type Mat3, rotation3 } from "../../../math";
import { colsOf, rowsOf, type SpaceShape } from "./embedded";

export interface SpacePreset {
  readonly name: string;
  readonly entries: readonly number[];
}

const TENTH = Math.PI / 5;
/** I − 2nnᵀ and I − nnᵀ for the plane across n = (1, 1, 1)/√3. */
const across = (k: number): Mat3 => [1 - k / 3, -k / 3, -k / 3, -k / 3, 1 - k / 3, -k / 3, -k / 3, -k / 3, 1 - k / 3];
const third = 1 / 3;

export const SPACE_PRESETS: Readonly<Record<SpaceShape, readonly SpacePreset[]>> = {
  "3x3": [
    { name: "Identity", entries: [1, 0, 0, 0, 1, 0, 0, 0, 1] },
    { name: "Rotate", entries: rotation3([1, 1, 1], TENTH * 2) },
    { name: "Scale", entries: [2, 0, 0, 0, 1, 0, 0, 0, 0.5] },
    { name: "Shear", entries: [1, 1, 0, 0, 1, 0, 0, 0, 1] },
    { name: "Reflect", entries: across(2) },
    { name: "Onto a plane", entries: across(1) },
    { name: "Onto a line", entries: [third, third, third, third, third, third, third, third, third] },
    { name: "Singular", entries: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((x) => x / 5) },
    { name: "Non-normal", entries: [1, 0.5, 0, 0, 1, 0.5, 0.5, 0, 1] },
    { name: "Complex", entries: [0.7, -0.7, 0, 0.7, 0.7, 0, 0, 0.4, 1.3] },
    { name: "Defective", entries: [1, 1, 0, 0, 1, 1, 0, 0, 1] },
  ],
  "3x2": [
    { name: "Floor", entries: [1, 0, 0, 1, 0, 0] },
    { name: "Tilted", entries: [1, -0.25, 0.25, 1, -0.5, 0.5] },
    { name: "Isometry", entries: [Math.SQRT1_2, 0, 0, 1, Math.SQRT1_2, 0] },
    { name: "Onto a line", entries: [0.5, 1, 0.5, 1, 0.25, 0.5] },
  ],
  "2x3": [
    { name: "From above", entries: [1, 0, 0, 0, 1, 0] },
    { name: "Oblique", entries: [1, 0, 0.5, 0, 1, 0.5] },
    {
      name: "Isometric",
      entries: [-Math.SQRT1_2, Math.SQRT1_2, 0, -1 / Math.sqrt(6), -1 / Math.sqrt(6), 2 / Math.sqrt(6)],
    },
    { name: "Onto a line", entries: [1, 0.5, -0.5, 2, 1, -1] },
  ],
};

/** Normal entries, to a tenth: short enough to be read, and singular with no chance to speak of. */
export function randomEntries(shape: SpaceShape, seed: number): readonly number[] {
  const random = createRandom(seed);
  return Array.from({ length: rowsOf(shape) * colsOf(shape) }, () => Math.round(10 * random.normal()) / 10);
}
