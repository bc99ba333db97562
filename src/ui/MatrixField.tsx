import { type CSSProperties, useMemo } from "react";
import { formatFixed, scaleOf } from "./formatNumber";
import css from "./MatrixField.module.css";
import { NumberField, type NumberFieldProps, type Tone } from "./NumberField";
import type { Source } from "./source";

export type MatrixFieldProps = Pick<NumberFieldProps, "step" | "min" | "max" | "format" | "disabled" | "onCommit"> & {
  /** What it is called, such as 'A'; each entry is named from it. */
  name: string;
  rows: number;
  cols: number;
  /** Row-major, rows · cols numbers. */
  values: readonly number[];
  /** Where given, the entries follow it without a render; same layout as `values`. */
  source?: Source<readonly number[]>;
  /** One colour for each column. */
  tones?: readonly Tone[];
  /** The changed entry: flat row-major index and new value. */
  onChange(index: number, value: number): void;
};

/** A matrix in brackets, each entry a NumberField. */
export function MatrixField(props: MatrixFieldProps) {
  const { name, rows, cols, values, source } = props;
  const entries = useMemo(
    () =>
      Array.from({ length: rows * cols }, (_, k) => ({
        key: `${Math.floor(k / cols) + 1}-${(k % cols) + 1}`,
        source: source && { get: () => source.get()[k] ?? 0, subscribe: source.subscribe },
      })),
    [rows, cols, source],
  );
  const { format: given } = props;
  const format = useMemo(
    () => given ?? ((value: number) => formatFixed(value, 2, scaleOf(source?.get() ?? values))),
    [given, source, values],
  );
  return (
    <fieldset
      className={css.matrix}
      aria-label={`${name}, ${rows} by ${cols}`}
      style={{ "--cols": cols } as CSSProperties}
    >
      {entries.map((entry, k) => (
        <NumberField
          key={entry.key}
          label={cols === 1 ? `${name} entry ${k + 1}` : `${name} row ${entry.key.replace("-", " column ")}`}
          value={values[k] ?? 0}
          source={entry.source}
          tone={props.tones?.[k % cols]}
          step={props.step}
          min={props.min}
          max={props.max}
          format={format}
          disabled={props.disabled}
          onChange={(value) => props.onChange(k, value)}
          onCommit={props.onCommit}
        />
      ))}
    </fieldset>
  );
}
