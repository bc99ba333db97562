import { useEffect, useMemo, useRef, useState } from "react";
import type { Dataset } from "../../data/dataset";
import { exportCsv } from "../../data/exportCsv";
import { saveFile } from "../../scene/saveFile";
import { selection } from "../../state/derived";
import { useParameter } from "../../state/useParameter";
import { Button, Chip, ChipRow } from "../../ui/Button";
import { Panel } from "../../ui/Panel";
import { addRow, dropChanges } from "./changeCells";
import { chooseAll, chooseOthers, chooseRows } from "./chooseRows";
import { DatasetGrid } from "./DatasetGrid";
import css from "./DatasetTable.module.css";
import { keptOrder, nextSorting, rowOrder, type Sorting } from "./rowOrder";

const NO_ROWS = new Uint8Array(0);

/** The rows of the dataset, with what can be done with them: choose, sort, change, take away as CSV. */
export function DatasetTable({ data }: { readonly data: Dataset }) {
  const mask = useParameter(selection);
  const edits = useParameter((s) => s.data.edits);
  const added = useParameter((s) => s.data.added);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  // The rows that were meant when they were brought to the top: a row does not jump away while it is being chosen.
  const [first, setFirst] = useState<Uint8Array | null>(null);
  const order = useOrder(data, sorting, first);
  const { wanted, refusal, add } = useAdding(data);
  const count = mask?.reduce((sum, meant) => sum + meant, 0) ?? 0;
  const save = (only: Uint8Array | null) =>
    saveFile(
      new Blob([exportCsv(data, only)], { type: "text/csv" }),
      only ? `${data.name} (selected).csv` : `${data.name}.csv`,
    );
  return (
    <Panel
      title="Rows"
      aside={
        <div className={css.exports}>
          {mask && (
            <Button kind="quiet" onClick={() => save(mask)}>
              Export selected rows only
            </Button>
          )}
          <Button kind="quiet" onClick={() => save(null)}>
            Export CSV
          </Button>
        </div>
      }
    >
      <p className={css.hint}>
        {mask
          ? `${count.toLocaleString("en")} of ${data.held.toLocaleString("en")} rows ${count === 1 ? "is" : "are"} selected, and every chapter shows ${count === 1 ? "it" : "them"} before the others.`
          : "Selected rows stand out in every chapter."}{" "}
        A double click, Enter or a second touch opens a cell.
      </p>
      <ChipRow label="Acts on rows">
        <Chip onClick={() => chooseAll(data.held)}>Select all</Chip>
        <Chip disabled={!mask} onClick={() => chooseRows(NO_ROWS)}>
          Clear
        </Chip>
        <Chip onClick={() => chooseOthers(data.held)}>Invert</Chip>
        <Chip selected={first !== null} disabled={!mask && !first} onClick={() => setFirst(first ? null : mask)}>
          Selected first
        </Chip>
        <Chip onClick={add}>Add a row</Chip>
        <Chip disabled={edits.length === 0 && added === 0} onClick={dropChanges}>
          Undo all edits
        </Chip>
      </ChipRow>
      {refusal && (
        <p className={css.refusal} role="alert">
          {refusal}
        </p>
      )}
      <DatasetGrid
        data={data}
        order={order}
        mask={mask}
        edits={edits}
        sorting={sorting}
        onSort={(column) => setSorting((now) => nextSorting(now, column))}
        wanted={wanted}
      />
    </Panel>
  );
}

/** The order as it was when it was asked for: a row whose cell is edited stays under the reader's eyes until the next sort. */
function useOrder(data: Dataset, sorting: Sorting | null, first: Uint8Array | null): Int32Array {
  const loaded = useParameter((s) => s.loaded.dataset);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the edits in `data` are no reason to sort again, another dataset is
  const sorted = useMemo(() => rowOrder(data, sorting, first), [loaded, sorting, first]);
  return useMemo(() => keptOrder(sorted, data.held), [sorted, data.held]);
}

/** Adds rows, and goes to each once it is there: the part that makes changes may still have to come. */
function useAdding({ held }: Dataset) {
  const [wanted, setWanted] = useState<{ readonly row: number } | null>(null);
  const [refusal, setRefusal] = useState("");
  const awaited = useRef(false);
  useEffect(() => {
    if (!awaited.current) return;
    awaited.current = false;
    setWanted({ row: held - 1 });
  }, [held]);
  const add = () => {
    const why = addRow();
    setRefusal(why);
    awaited.current = why === "";
  };
  return { wanted, refusal, add };
}
