import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { Column, Dataset } from "../../data/dataset";
import { exportCsv } from "../../data/exportCsv";
import { saveFile } from "../../scene/saveFile";
import { Button } from "../../ui/Button";
import { formatExact } from "../../ui/formatNumber";
import { Panel } from "../../ui/Panel";
import css from "./DatasetTable.module.css";

const ROW_HEIGHT = 28;
const COLUMN_WIDTH = 120;

function cell(column: Column, row: number): string {
  if (column.kind === "number") return formatExact(column.values[row] ?? 0);
  if (column.kind === "label") return column.values[row] ?? "";
  return column.levels[column.codes[row] ?? -1] ?? "";
}

/** The held rows; only those in sight are in the page, in both directions. */
export function DatasetTable({ data }: { readonly data: Dataset }) {
  const box = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: data.held,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: data.columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 2,
  });
  const shown = columns.getVirtualItems().flatMap((item) => {
    const column = data.columns[item.index];
    return column ? [{ item, column }] : [];
  });
  const lines = rows.getVirtualItems();
  const before = shown[0]?.item.start ?? 0;
  const after = columns.getTotalSize() - (shown.at(-1)?.item.end ?? 0);
  return (
    <Panel
      title="Rows"
      aside={
        <Button
          kind="quiet"
          onClick={() => saveFile(new Blob([exportCsv(data)], { type: "text/csv" }), `${data.name}.csv`)}
        >
          Export CSV
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={box} className={css.box} tabIndex={0} aria-label="Rows of the dataset">
        <table className={css.table} aria-rowcount={data.held + 1} aria-colcount={data.columns.length + 1}>
          <caption className={css.caption}>{data.name}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={css.number}>
                row
              </th>
              <Space as="th" width={before} />
              {shown.map(({ item, column }) => (
                <th
                  key={item.key}
                  scope="col"
                  aria-colindex={item.index + 2}
                  className={css.cell}
                  data-kind={column.kind}
                  title={`${column.name}: ${column.kind}`}
                >
                  {column.name}
                </th>
              ))}
              <Space as="th" width={after} />
            </tr>
          </thead>
          <tbody>
            <Gap height={lines[0]?.start ?? 0} />
            {lines.map((line) => (
              <tr key={line.key} aria-rowindex={line.index + 2}>
                <th scope="row" className={css.number}>
                  {line.index + 1}
                </th>
                <Space as="td" width={before} />
                {shown.map(({ item, column }) => (
                  <td key={item.key} aria-colindex={item.index + 2} className={css.cell} data-kind={column.kind}>
                    {cell(column, line.index)}
                  </td>
                ))}
                <Space as="td" width={after} />
              </tr>
            ))}
            <Gap height={rows.getTotalSize() - (lines.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

/** The rows and columns that are out of sight keep their room. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ height }} /> : null;
}
function Space({ as: Tag, width }: { readonly as: "th" | "td"; readonly width: number }) {
  return width > 0 ? <Tag aria-hidden="true" className={css.space} style={{ minWidth: width, width }} /> : null;
}
