/** What the reader takes along of the chapter in space: NumPy, LaTeX and a table of numbers, each a function of the state. */
import type { Mat3 } from "../../../math";
import { derive } from "../../../scene/source";
import { formatFixed } from "../../../ui/formatNumber";
import { bmatrix } from "../../latex";
import { colsOf, entriesOf, rowsOf, type SpaceShape, sizeWords } from "./embedded";
import { spaceNumpy } from "./snippet3";
import { ax3, matrix3, name3, reading3, shape, total3, x3 } from "./sources";

export const spaceCode = derive([reading3, x3, ax3], spaceNumpy);

/** Ax = y with its numbers, to two decimals. */
export function spaceLatex(): string {
  const now = shape.get();
  const [rows, cols] = [rowsOf(now), colsOf(now)];
  const entries = entriesOf(now, total3.get());
  const a = Array.from({ length: rows }, (_, i) => entries.slice(i * cols, (i + 1) * cols));
  const column = (v: readonly number[], n: number) =>
    bmatrix(
      v.slice(0, n).map((value) => [value]),
      formatFixed,
    );
  return `${name3.get()}\\mathbf{x} = ${bmatrix(a, formatFixed)} ${column(x3.get(), cols)} = ${column(ax3.get(), rows)}`;
}

const listed = (name: string, now: SpaceShape, matrix: Mat3) =>
  entriesOf(now, matrix).map((value, k): [string, number] => [
    `${name} ${Math.floor(k / colsOf(now)) + 1} ${(k % colsOf(now)) + 1}`,
    value,
  ]);

/** The numbers as comma-separated values, all their digits. */
export function spaceCsv(): string {
  const { shape: now, singular, rank, cond, norm, square, matrix } = reading3.get();
  const lines: [string, string | number][] = [
    ["size", sizeWords(now)],
    ...listed("A", now, matrix3.get()),
    ...(name3.get() === "A" ? [] : listed(name3.get(), now, matrix)),
    ["rank", rank],
    ...singular.map((s, k): [string, number] => [`singular value ${k + 1}`, s]),
    ["condition", Number.isFinite(cond) ? cond : "infinite"],
    ["Frobenius norm", norm],
  ];
  if (square) lines.push(["det", square.det], ["trace", square.trace]);
  return `name,value\r\n${lines.map(([name, value]) => `${name},${value}`).join("\r\n")}\r\n`;
}
