import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import css from "./Segmented.module.css";

export type Option<V extends string> = { value: V; label: ReactNode; disabled?: boolean };

/** One of a few choices, all in sight. Pressing the chosen one again changes nothing. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange(value: V): void;
  disabled?: boolean;
  /** For many choices in a narrow column. */
  compact?: boolean;
  /** Four to a line, in as many lines as it takes. */
  wrap?: boolean;
}) {
  return (
    <ToggleGroup
      className={[css.group, props.compact && css.compact, props.wrap && css.wrap].filter(Boolean).join(" ")}
      aria-label={props.label}
      disabled={props.disabled}
      value={[props.value]}
      onValueChange={([next]) => {
        if (next !== undefined) props.onChange(next);
      }}
    >
      {props.options.map((option) => (
        <Toggle key={option.value} className={css.item} value={option.value} disabled={option.disabled}>
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
