import { ShapeError } from "../errors";
import type { Matrix } from "./matrix";

/** n of an n × n matrix. Throws ShapeError for any other shape. */
export function squareSize(routine: string, { rows, cols }: Matrix): number {
  if (rows !== cols) throw new ShapeError(routine, "a square matrix", `${rows} × ${cols}`);
  return rows;
}
