import { useEffect, useId, useMemo, useRef } from "react";
import type { Dataset } from "../../data/dataset";
import type { Edit } from "../../data/edits";
import { store } from "../../state/store";
import { useParameter } from "../../state/useParameter";
import css from "./DatasetTable.module.css";
import { GridHead } from "./GridHead";
import { type Focusable, GridRow } from "./GridRow";
import { linesOf, type Sorting } from "./rowOrder";
import { Gap, Space } from "./Space";
import { useGrid } from "./useGrid";
import { useGridActs } from "./useGridActs";
import { useGridWindow } from "./useGridWindow";

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

/** The held rows as a grid: only those in sight are in the page, in both directions. Rows are chosen and cells edited, by mouse, touch and keyboard. */
export function DatasetGrid({ data, order, mask, edits, sorting, onSort, wanted }: Props) {
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const lines = useMemo(() => linesOf(order), [order]);
  const edited = useMemo(() => new Set(edits.map(([row, column]) => `${row} ${column}`)), [edits]);
  const lineOf = (row: number) => (row < 0 ? -1 : (lines[row] ?? 0));
  const view = useGridWindow(box, data);
  const pinned = useParameter((s) => s.pca.point) - 1;
  const { active, go, focusEvents } = useGrid(box, data.held, Math.max(0, pinned), ({ row, column }) =>
    view.reveal(lineOf(row), column),
  );
  const acts = useGridActs({ data, order, lines, active, go, onSort });
  const { typing } = acts;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the table opens at the row whose card is open, and stays where it is scrolled to
  useEffect(() => {
    if (pinned >= 0) view.reveal(lineOf(pinned), 1);
    // A table that goes has no row left to leave.
    return () => store.setState({ pointedRow: -1 });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: to go there is one act, for each new wish
  useEffect(() => {
    if (wanted) acts.set({ row: wanted.row, column: 1 });
  }, [wanted]);

  const focusable: Focusable = (row, column) =>
    row === active.row && column === active.column ? { tabIndex: 0, "data-active": true } : { tabIndex: -1 };
  const refusalId = typing?.refusal ? `${id}-refusal` : undefined;

  return (
    <>
      <section
        ref={box}
        className={css.box}
        tabIndex={view.has(lineOf(active.row), active.column) ? -1 : 0}
        aria-label="Rows of the dataset"
        onKeyDown={acts.onKeyDown}
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
              shown={view.shown}
              before={<Space as="th" width={view.before} />}
              after={<Space as="th" width={view.after} />}
              sorting={sorting}
              focusable={focusable}
              onSort={(column) => {
                onSort(column);
                acts.set({ row: -1, column: column + 1 });
              }}
              onCorner={() => acts.set({ row: -1, column: 0 })}
            />
          </thead>
          <tbody>
            <Gap height={view.above} />
            {view.lines.map(({ index: line, key }) => {
              const row = order[line] ?? 0;
              return (
                <GridRow
                  key={key}
                  row={row}
                  line={line}
                  meant={mask?.[row] === 1}
                  pinned={row === pinned}
                  shown={view.shown}
                  before={<Space as="td" width={view.before} />}
                  after={<Space as="td" width={view.after} />}
                  focusable={focusable}
                  isEdited={(of, column) => edited.has(`${of} ${column}`)}
                  typing={typing?.row === row ? typing.column : 0}
                  refusalId={refusalId}
                  onChoose={acts.onChoose}
                  onCell={acts.onCell}
                  onOpen={acts.open}
                  onDone={acts.onDone}
                  onGiveUp={acts.onGiveUp}
                />
              );
            })}
            <Gap height={view.below} />
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
