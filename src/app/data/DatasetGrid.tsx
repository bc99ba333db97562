import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Dataset } from "../../data/dataset";
import type { Edit } from "../../data/edits";
import type { Onward } from "./CellEditor";
import { changeCell } from "./changeCells";
import { chooseAll, chooseBetween, toggleRow } from "./chooseRows";
import css from "./DatasetTable.module.css";
import { GridHead } from "./GridHead";
import { type Focusable, GridRow } from "./GridRow";
import { moved } from "./gridMoves";
import { linesOf, type Sorting } from "./rowOrder";
import { Gap, Space } from "./Space";
import { type ActiveCell, useGrid } from "./useGrid";

const ROW_HEIGHT = 28;
const COLUMN_WIDTH = 120;
const HEAD_WIDTH = 84;

interface Props {
  readonly data: Dataset;
  /** Held rows from top to bottom. */
  readonly order: Int32Array;
  readonly mask: Uint8Array | null;
  readonly edits: readonly Edit[];
  readonly sorting: Sorting | null;
  readonly onSort: (column: number) => void;
  /** A row to go to; a new object goes there once more. */
  readonly wanted: { readonly row: number } | null;
}

const bringIntoSight = (words: Element | null) => words?.scrollIntoView({ block: "nearest" });

interface Typing extends ActiveCell {
  readonly refusal: string;
}

/** The held rows as a grid: only those in sight are in the page, in both directions. Rows are chosen and cells edited, by mouse, touch and keyboard. */
export function DatasetGrid({ data, order, mask, edits, sorting, onSort, wanted }: Props) {
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const lines = useMemo(() => linesOf(order), [order]);
  const edited = useMemo(() => new Set(edits.map(([row, column]) => `${row} ${column}`)), [edits]);
  const [typing, setTyping] = useState<Typing | null>(null);
  // A range of rows grows from its anchor, over what was meant when the anchor was set.
  const anchor = useRef<{ row: number; before: Uint8Array | null }>({ row: 0, before: null });

  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // The head covers what is scrolled under it.
    scrollPaddingEnd: ROW_HEIGHT,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: data.columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 2,
    scrollPaddingEnd: HEAD_WIDTH,
  });
  const { active, go, focusEvents } = useGrid(box, ({ row, column }) => {
    if (row >= 0) rows.scrollToIndex(lines[row] ?? 0);
    if (column > 0) columns.scrollToIndex(column - 1);
  });
  const lineOf = (row: number) => (row < 0 ? -1 : (lines[row] ?? 0));
  const set = (to: ActiveCell) => {
    anchor.current = { row: to.row, before: mask };
    go(to);
  };
  const extend = (to: ActiveCell) => {
    chooseBetween(anchor.current.before, order, lineOf(anchor.current.row), lineOf(to.row));
    go(to);
  };
  const toggle = (row: number, column: number) => {
    toggleRow(row, data.held);
    set({ row, column });
  };
  const edit = ({ row, column }: ActiveCell) => {
    if (row >= 0 && column > 0) setTyping({ row, column, refusal: "" });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: to go there is one act, for each new wish
  useEffect(() => {
    if (wanted) set({ row: wanted.row, column: 1 });
  }, [wanted]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = active;
    const size = { lines: order.length, columns: data.columns.length, page: 9 };
    const to = moved(event, { line: lineOf(row), column }, size);
    if (to) {
      const next = { row: to.line < 0 ? -1 : (order[to.line] ?? 0), column: to.column };
      if (event.shiftKey && next.row >= 0 && row >= 0) extend(next);
      else set(next);
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) chooseAll(data.held);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === " ") {
      if (row >= 0) toggle(row, column);
      else if (column > 0) onSort(column - 1);
    } else if (event.key === "Enter" || event.key === "F2") {
      if (row >= 0) edit(active);
      else if (column > 0) onSort(column - 1);
    } else return;
    event.preventDefault();
  };
  const onCell = (event: MouseEvent, to: ActiveCell) => {
    const touched = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === "touch";
    if (event.shiftKey) extend(to);
    // A finger has no double click to spare: the second touch of a cell opens it.
    else if (touched && to.row === active.row && to.column === active.column) edit(to);
    else set(to);
  };
  const done = ({ row, column }: ActiveCell, typed: string, onward: Onward): boolean => {
    const refusal = changeCell(row, column - 1, typed);
    if (refusal !== "") {
      setTyping({ row, column, refusal });
      return false;
    }
    setTyping(null);
    const below = order[lineOf(row) + 1] ?? row;
    if (onward === "down") set({ row: below, column });
    else if (onward === "right") set({ row, column: Math.min(column + 1, data.columns.length) });
    return true;
  };

  const shown = columns.getVirtualItems().flatMap((item) => {
    const column = data.columns[item.index];
    return column ? [{ item, column }] : [];
  });
  const inSight = rows.getVirtualItems();
  const before = shown[0]?.item.start ?? 0;
  const after = columns.getTotalSize() - (shown.at(-1)?.item.end ?? 0);
  const reachable =
    (active.row < 0 || inSight.some(({ index }) => index === lineOf(active.row))) &&
    (active.column === 0 || shown.some(({ item }) => item.index === active.column - 1));
  const focusable: Focusable = (row, column) =>
    row === active.row && column === active.column ? { tabIndex: 0, "data-active": true } : { tabIndex: -1 };
  const refusalId = typing?.refusal ? `${id}-refusal` : undefined;
  const gridProps = {
    shown,
    focusable,
    before: <Space as="td" width={before} />,
    after: <Space as="td" width={after} />,
  };

  return (
    <>
      <section
        ref={box}
        className={css.box}
        tabIndex={reachable ? -1 : 0}
        aria-label="Rows of the dataset"
        onKeyDown={onKeyDown}
        {...focusEvents}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved among and edited is a grid
          role="grid"
          className={css.table}
          aria-rowcount={data.held + 1}
          aria-colcount={data.columns.length + 1}
          aria-multiselectable
        >
          <caption className={css.caption}>{data.name}</caption>
          <thead>
            <GridHead
              {...gridProps}
              before={<Space as="th" width={before} />}
              after={<Space as="th" width={after} />}
              sorting={sorting}
              onSort={(column) => {
                onSort(column);
                set({ row: -1, column: column + 1 });
              }}
              onCorner={() => set({ row: -1, column: 0 })}
            />
          </thead>
          <tbody>
            <Gap height={inSight[0]?.start ?? 0} />
            {inSight.map(({ index: line, key }) => {
              const row = order[line] ?? 0;
              return (
                <GridRow
                  key={key}
                  {...gridProps}
                  row={row}
                  line={line}
                  meant={mask?.[row] === 1}
                  isEdited={(r, column) => edited.has(`${r} ${column}`)}
                  typing={typing?.row === row ? typing.column : 0}
                  refusalId={refusalId}
                  onChoose={(of, shift) => (shift ? extend({ row: of, column: 0 }) : toggle(of, 0))}
                  onCell={onCell}
                  onOpen={edit}
                  onDone={done}
                  onGiveUp={(at) => {
                    setTyping(null);
                    go(at);
                  }}
                />
              );
            })}
            <Gap height={rows.getTotalSize() - (inSight.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
      {typing?.refusal && (
        <p id={refusalId} ref={bringIntoSight} className={css.refusal} role="alert">
          {typing.refusal}
        </p>
      )}
    </>
  );
}
