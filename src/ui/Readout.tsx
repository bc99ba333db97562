import { type CSSProperties, type ReactNode, useEffect, useRef } from "react";
import { LiveText } from "./LiveText";
import type { Tone } from "./NumberField";
import css from "./Readout.module.css";
import { paintFrom, type Source } from "./source";

export type ReadoutProps = {
  label: ReactNode;
  /** A text that stays, or a source that is written in place. */
  value: string | Source<string>;
  /** The number behind the text: all its digits are the cell's title, while there is one. */
  digits?: Source<number | null>;
  tone?: Tone | "good" | "warn" | "bad" | "muted";
  /** What the row is about: pointing at it sets `lit` to this, and pointing at it elsewhere lights the row. */
  about?: string;
  lit?: Source<string | null> & { set(next: string | null): void };
};

/** Rows of named values. */
export function ReadoutTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <table className={css.table} aria-label={label}>
      <tbody>{children}</tbody>
    </table>
  );
}

/** One named value; stands inside a ReadoutTable. */
export function Readout({ label, value, digits, tone = "ink", about, lit }: ReadoutProps) {
  const cell = useRef<HTMLTableCellElement>(null);
  useEffect(
    () =>
      digits &&
      paintFrom(digits, (number) => {
        if (number === null) cell.current?.removeAttribute("title");
        else cell.current?.setAttribute("title", String(number));
      }),
    [digits],
  );
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(
    () => lit && paintFrom(lit, (name) => row.current?.toggleAttribute("data-lit", name !== null && name === about)),
    [lit, about],
  );
  return (
    <tr
      ref={row}
      className={css.row}
      style={{ "--tone": `var(--${tone})` } as CSSProperties}
      onPointerEnter={lit && about ? () => lit.set(about) : undefined}
      onPointerLeave={lit && about ? () => lit.set(null) : undefined}
    >
      <th scope="row">{label}</th>
      <td ref={cell}>{typeof value === "string" ? value : <LiveText source={value} />}</td>
    </tr>
  );
}
