import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { ColumnRole } from "../../data/import/options";
import type { Preview, PreviewColumn } from "../../data/previewTable";
import { Select } from "../../ui/Select";
import css from "./ImportPreview.module.css";
import { Space } from "./Space";

const ROLES: readonly { readonly value: ColumnRole; readonly label: string }[] = [
  { value: "number", label: "number" },
  { value: "category", label: "category" },
  { value: "label", label: "label" },
  { value: "one-hot", label: "0 and 1 for each value" },
  { value: "ignored", label: "left out" },
];
const FOUND = { text: "text", empty: "empty, left out" } as const;
const COLUMN_WIDTH = 212;

interface Props {
  readonly preview: Preview;
  readonly roles: ReadonlyMap<string, ColumnRole> | undefined;
  readonly onRoles: (roles: ReadonlyMap<string, ColumnRole>) => void;
}

/** The first rows, each column under the role that it is given; only the columns in sight are in the page. */
export function PreviewTable({ preview, roles, onRoles }: Props) {
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: preview.columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 2,
  });
  const shown = virtual.getVirtualItems().flatMap(({ index, key, start, end }) => {
    const column = preview.columns[index];
    return column ? [{ index, key, start, end, column }] : [];
  });
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const choose = (name: string, role: ColumnRole | "found") => {
    const next = new Map(roles);
    if (role === "found") next.delete(name);
    else next.set(name, role);
    onRoles(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={box} className={css.box} tabIndex={0} aria-label="First rows">
      <table className={css.table} aria-colcount={preview.columns.length}>
        <caption className={css.caption}>First rows, and what each column is taken for</caption>
        <thead>
          <tr>
            <Space as="th" width={before} />
            {shown.map(({ key, index, column }) => (
              <th key={key} scope="col" aria-colindex={index + 1}>
                <Role column={column} role={roles?.get(column.name)} onRole={(role) => choose(column.name, role)} />
              </th>
            ))}
            <Space as="th" width={after} />
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((cells, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place alone
            <tr key={i}>
              <Space as="td" width={before} />
              {shown.map(({ key, index }) => (
                <td key={key} aria-colindex={index + 1} title={cells[index]}>
                  {cells[index]}
                </td>
              ))}
              <Space as="td" width={after} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RoleProps {
  readonly column: PreviewColumn;
  readonly role: ColumnRole | undefined;
  readonly onRole: (role: ColumnRole | "found") => void;
}

function Role({ column: { name, role: found }, role, onRole }: RoleProps) {
  const word = found === "text" || found === "empty" ? FOUND[found] : found;
  return (
    <>
      <span className={css.name} title={name}>
        {name}
      </span>
      <Select
        label={`Role of ${name}`}
        hideLabel
        value={role ?? "found"}
        options={[{ value: "found" as const, label: `found: ${word}` }, ...ROLES]}
        onChange={onRole}
      />
    </>
  );
}
