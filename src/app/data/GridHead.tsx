import type { VirtualItem } from "@tanstack/react-virtual";
import type { ReactNode } from "react";
import type { Column } from "../../data/dataset";
import css from "./DatasetTable.module.css";
import type { Focusable } from "./GridRow";
import type { Sorting } from "./rowOrder";

interface Props {
  readonly shown: readonly { readonly item: VirtualItem; readonly column: Column }[];
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly sorting: Sorting | null;
  readonly focusable: Focusable;
  readonly onSort: (column: number) => void;
  readonly onCorner: () => void;
}

/** The names of the columns in sight; a press on one sorts by it. */
export function GridHead({ shown, before, after, sorting, focusable, onSort, onCorner }: Props) {
  return (
    <tr aria-rowindex={1}>
      <th scope="col" aria-colindex={1} className={css.number} {...focusable(-1, 0)} onClick={onCorner}>
        row
      </th>
      {before}
      {shown.map(({ item: { key, index }, column: { name, kind } }) => {
        const direction = sorting?.column === index ? (sorting.down ? "descending" : "ascending") : undefined;
        return (
          <th
            key={key}
            scope="col"
            aria-label={name}
            aria-colindex={index + 2}
            aria-sort={direction}
            className={css.cell}
            data-kind={kind}
          >
            <button
              type="button"
              className={css.sort}
              aria-label={`Sort by ${name}`}
              title={`${name}: ${kind}`}
              {...focusable(-1, index + 1)}
              onClick={() => onSort(index)}
            >
              <span className={css.sortName}>{name}</span>
              {direction && <span aria-hidden="true">{direction === "descending" ? "↓" : "↑"}</span>}
            </button>
          </th>
        );
      })}
      {after}
    </tr>
  );
}
