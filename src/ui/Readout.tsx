import type { CSSProperties, ReactNode } from "react";
import { LiveText } from "./LiveText";
import type { Tone } from "./NumberField";
import css from "./Readout.module.css";
import type { Source } from "./source";

export type ReadoutProps = {
  label: ReactNode;
  /** A text that stays, or a source that is written in place. */
  value: string | Source<string>;
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
export function Readout({ label, value, tone = "ink", lit, onHover }: ReadoutProps) {
  return (
    <tr
      className={css.row}
      data-lit={lit || undefined}
      style={{ "--tone": `var(--${tone})` } as CSSProperties}
      onPointerEnter={onHover && (() => onHover(true))}
      onPointerLeave={onHover && (() => onHover(false))}
    >
      <th scope="row">{label}</th>
      <td>{typeof value === "string" ? value : <LiveText source={value} />}</td>
    </tr>
  );
}
