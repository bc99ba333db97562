import type { ReactNode } from "react";
import { LiveText } from "./LiveText";
import type { Source } from "./source";
import css from "./Table.module.css";

export type TableColumn = { key: string; label: ReactNode; numeric?: boolean };
export type TableRow = { key: string; cells: readonly (string | Source<string>)[] };

function Cell({ content = "" }: { content?: string | Source<string> }) {
  return typeof content === "string" ? content : <LiveText source={content} />;
}

/** A small plain table; the first cell of each row is its heading. It scrolls sideways where it has no room. */
export function Table(props: { caption: string; columns: readonly TableColumn[]; rows: readonly TableRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={css.scroll} tabIndex={0} aria-label={props.caption}>
      <table className={css.table}>
        <caption className={css.caption}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              {props.columns.map((column, j) =>
                j === 0 ? (
                  <th key={column.key} scope="row">
                    <Cell content={row.cells[j]} />
                  </th>
                ) : (
                  <td key={column.key} data-numeric={column.numeric || undefined}>
                    <Cell content={row.cells[j]} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
