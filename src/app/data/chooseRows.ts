/** Which rows are meant, by the table; each act is one undo step that every chapter shows. */
import { packRows } from "../../data/selection";
import { selection } from "../../state/derived";
import { commit } from "../../state/history";
import { store, update } from "../../state/store";

/** Makes these rows the ones that are meant; none, where the mask is empty. O(rows). */
export const chooseRows = (mask: Uint8Array): void => commit(() => update("data", { selected: packRows(mask) }));

/** Takes a row in, or out again. O(held). */
export function toggleRow(row: number, held: number): void {
  const mask = present(held);
  mask[row] = mask[row] === 1 ? 0 : 1;
  chooseRows(mask);
}

/** Takes in, besides those of `before`, the rows that stand between two lines, both included. O(held). */
export function chooseBetween(before: Uint8Array | null, order: Int32Array, from: number, to: number): void {
  const mask = Uint8Array.from(order, (_, row) => before?.[row] ?? 0);
  for (let line = Math.max(0, Math.min(from, to)); line <= Math.max(from, to); line++) {
    const row = order[line];
    if (row !== undefined) mask[row] = 1;
  }
  chooseRows(mask);
}

export const chooseAll = (held: number): void => chooseRows(new Uint8Array(held).fill(1));

export const chooseOthers = (held: number): void => chooseRows(present(held).map((meant) => 1 - meant));

function present(held: number): Uint8Array {
  const mask = selection(store.getState());
  return Uint8Array.from({ length: held }, (_, row) => mask?.[row] ?? 0);
}
