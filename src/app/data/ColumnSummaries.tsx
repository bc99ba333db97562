import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import type { Dataset } from "../../data/dataset";
import { selection } from "../../state/derived";
import { useParameter } from "../../state/useParameter";
import { Panel } from "../../ui/Panel";
import { ColumnCard } from "./ColumnCard";
import css from "./ColumnSummaries.module.css";

const CARD_HEIGHT = 56;

/** Every column in a few numbers; only those in sight are in the page. */
export function ColumnSummaries({ data }: { readonly data: Dataset }) {
  const box = useRef<HTMLUListElement>(null);
  const mask = useParameter(selection);
  const numberAt = useMemo(() => {
    let next = 0;
    return data.columns.map(({ kind }) => (kind === "number" ? next++ : -1));
  }, [data.columns]);
  const cards = useVirtualizer({
    count: data.columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 4,
  });
  return (
    <Panel title="Columns">
      <p className={css.hint}>
        Means and standard deviations σ (divisor n) are of all rows used
        {data.held < data.rows
          ? `; ranges, counts of values and bars are of the ${data.held.toLocaleString("en")} rows that are kept. `
          : ". "}
        {mask && "The strong part of each bar is the selected rows."}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <ul ref={box} className={css.box} tabIndex={0} aria-label="Columns of the dataset">
        <li className={css.room} aria-hidden="true" style={{ height: cards.getTotalSize() }} />
        {cards.getVirtualItems().map(({ index, key, start }) => {
          const column = data.columns[index];
          return (
            column && (
              <li
                key={key}
                className={css.card}
                aria-setsize={data.columns.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ColumnCard data={data} column={column} numberAt={numberAt[index] ?? 0} mask={mask} />
              </li>
            )
          );
        })}
      </ul>
    </Panel>
  );
}
