import type { Column, Dataset } from "./dataset";

/** Whether what came out of storage is a dataset whole: every part there, of its kind, and of the length that the others have. O(columns). */
export function isDataset(value: unknown): value is Dataset {
  if (!isRecord(value)) return false;
  const { id, name, source, licence, colour, target, rows, held, columns, moments, notes } = value;
  return (
    [id, name, source, licence, colour, target].every((text) => typeof text === "string") &&
    Number.isInteger(rows) &&
    Number.isInteger(held) &&
    Array.isArray(columns) &&
    columns.every((column) => isColumn(column, held as number)) &&
    isMoments(moments, columns.filter(({ kind }: Column) => kind === "number").length) &&
    Array.isArray(notes) &&
    notes.every((note) => isRecord(note) && typeof note.text === "string")
  );
}

function isColumn(value: unknown, held: number): value is Column {
  if (!isRecord(value) || typeof value.name !== "string") return false;
  const { kind, values, codes, levels } = value;
  if (kind === "number") return values instanceof Float64Array && values.length === held;
  if (kind === "label") return Array.isArray(values) && values.length === held;
  return kind === "category" && Array.isArray(levels) && codes instanceof Int32Array && codes.length === held;
}

function isMoments(value: unknown, numbers: number): boolean {
  if (!isRecord(value)) return false;
  const { n, mean, comoment } = value;
  return (
    typeof n === "number" &&
    mean instanceof Float64Array &&
    mean.length === numbers &&
    comoment instanceof Float64Array &&
    // Empty where there are so many columns that it is counted when it is asked for.
    (comoment.length === numbers ** 2 || comoment.length === 0)
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
