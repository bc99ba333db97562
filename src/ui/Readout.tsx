import { type CSSProperties, type ReactNode, useEffect, useRef } from "react";
import { LiveText } from "./LiveText";
import type { Tone } from "./NumberField";
import css from "./Readout.module.css";
import { paintFrom, type Source } from "./source";

export type ReadoutProps = {
  label: ReactNode;
  /** A text that stays, or a source that is written in place. */
  value: string | Source<string>;
  /** The number behind the text: all its digits are the cell's title. */
  digits?: Source<number>;
  tone?: Tone | "good" | "warn" | "bad" | "muted";
  /** Marks the row as the one that is hovered elsewhere. */
  lit?: boolean;
  onHover?(inside: boolean): void;
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
export function Readout({ label, value, digits, tone = "ink", lit, onHover }: ReadoutProps) {
  const cell = useRef<HTMLTableCellElement>(null);
  useEffect(
    () => digits && paintFrom(digits, (number) => cell.current?.setAttribute("title", String(number))),
    [digits],
  );
  return (
    <tr
      className={css.row}
      data-lit={lit || undefined}
      style={{ "--tone": `var(--${tone})` } as CSSProperties}
      onPointerEnter={onHover && (() => onHover(true))}
      onPointerLeave={onHover && (() => onHover(false))}
    >
      <th scope="row">{label}</th>
      <td ref={cell}>{typeof value === "string" ? value : <LiveText source={value} />}</td>
    </tr>
  );
}
