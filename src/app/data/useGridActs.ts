/** What mouse, touch and keys do in the grid of rows: move, choose rows, sort, and open cells to be typed in. */
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import type { Dataset } from "../../data/dataset";
import { selection } from "../../state/derived";
import { store } from "../../state/store";
import type { Onward } from "./CellEditor";
import { changeCell } from "./changeCells";
import { chooseAll, chooseBetween, toggleRow } from "./chooseRows";
import { moved } from "./gridMoves";
import type { ActiveCell } from "./useGrid";

interface Props {
  readonly data: Dataset;
  readonly order: Int32Array;
  /** The line of each row. */
  readonly lines: Int32Array;
  readonly active: ActiveCell;
  readonly go: (to: ActiveCell) => void;
  readonly onSort: (column: number) => void;
}

/** Lines that Page Up and Page Down go. */
const PAGE = 9;
const meantNow = () => selection(store.getState());

export function useGridActs({ data, order, lines, active, go, onSort }: Props) {
  const [typing, setTyping] = useState<(ActiveCell & { readonly refusal: string }) | null>(null);
  // A range grows and shrinks from its anchor, over what was meant before it, unless that has been changed since.
  const range = useRef<{ from: number; before: Uint8Array | null; after: Uint8Array | null } | null>(null);
  const lineOf = (row: number) => (row < 0 ? -1 : (lines[row] ?? 0));

  const set = (to: ActiveCell) => {
    range.current = null;
    go(to);
  };
  const extend = (to: ActiveCell) => {
    const now = meantNow();
    const { from, before } =
      range.current?.after === now && range.current
        ? range.current
        : { from: range.current?.from ?? active.row, before: now };
    chooseBetween(before, order, lineOf(from), lineOf(to.row));
    range.current = { from, before, after: meantNow() };
    go(to);
  };
  const toggle = (row: number, column: number) => {
    toggleRow(row, data.held);
    set({ row, column });
  };
  const open = ({ row, column }: ActiveCell) => {
    if (row >= 0 && column > 0) setTyping({ row, column, refusal: "" });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = active;
    const size = { lines: order.length, columns: data.columns.length, page: PAGE };
    const to = moved(event, { line: lineOf(row), column }, size);
    if (to) {
      const next = { row: to.line < 0 ? -1 : (order[to.line] ?? 0), column: to.column };
      if (event.shiftKey && next.row >= 0 && row >= 0) extend(next);
      else set(next);
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) chooseAll(data.held);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === " " && row >= 0) toggle(row, column);
    else if (![" ", "Enter", "F2"].includes(event.key)) return;
    else if (row >= 0) open(active);
    else if (column > 0) onSort(column - 1);
    event.preventDefault();
  };
  const onCell = (event: MouseEvent, to: ActiveCell) => {
    const touched = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === "touch";
    if (event.shiftKey) extend(to);
    // A finger has no double click to spare: the second touch of a cell opens it.
    else if (touched && to.row === active.row && to.column === active.column) open(to);
    else set(to);
  };
  const onDone = ({ row, column }: ActiveCell, typed: string, onward: Onward): boolean => {
    const refusal = changeCell(row, column - 1, typed);
    setTyping(refusal === "" ? null : { row, column, refusal });
    if (refusal !== "") return false;
    if (onward === "down") set({ row: order[lineOf(row) + 1] ?? row, column });
    else if (onward === "right") set({ row, column: Math.min(column + 1, data.columns.length) });
    return true;
  };
  return {
    typing,
    set,
    open,
    onKeyDown,
    onCell,
    onDone,
    onChoose: (row: number, shift: boolean) => (shift ? extend({ row, column: 0 }) : toggle(row, 0)),
    onGiveUp(at: ActiveCell) {
      setTyping(null);
      go(at);
    },
  };
}
