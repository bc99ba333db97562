import { formatNumber } from "../../../scene/formatNumber";
import css from "./PcaInspector.module.css";

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** For painters: what the row is of. */
    readonly at?: number;
    readonly cells: readonly NumberCell[];
  }[];
}

export interface NumberCell {
  readonly value: number;
  /** What is shown; all digits stand in the cell's title and value. */
  readonly text?: string;
}

/** Numbers with all their digits one hover, or one copy of the page's data, away. */
export function NumberTable({ caption, columns, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={css.scroll} tabIndex={0} aria-label={caption}>
      <table className={css.table}>
        <caption className={css.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, at, cells }) => (
            <tr key={name} data-row={at}>
              <th scope="row" title={name}>
                {name}
              </th>
              {cells.map(({ value, text }, k) => (
                <td key={columns[k + 1]}>
                  <data value={String(value)} title={String(value)}>
                    {text ?? formatNumber(value)}
                  </data>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
