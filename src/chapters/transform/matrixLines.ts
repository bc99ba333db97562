import type { CodeLine } from "../code";

/** Numbers as a Python list, every digit. */
export const list = (values: readonly number[]): string => `[${values.map(String).join(", ")}]`;

const NAMES = ["i", "j", "k"] as const;
const BASIS = ["î", "ĵ", "k̂"] as const;

/** A by its columns, each on the line of the basis vector that it is the image of. */
export const matrixLines = (columns: readonly (readonly number[])[]): readonly CodeLine[] => [
  { text: "A = np.column_stack([" },
  ...columns.map((column, j) => ({ text: `    ${list(column)},  # where ${BASIS[j]} goes`, about: NAMES[j] ?? "" })),
  { text: "]).astype(float)" },
];
