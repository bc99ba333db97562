import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import css from "./Switch.module.css";

/** A setting that is on or off: label at the left, switch at the right. `note` says, for instance, why it is disabled. */
export function Switch(props: {
  label: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
  disabled?: boolean;
  note?: ReactNode;
}) {
  const id = useId();
  return (
    <div className={css.row}>
      <span className={css.text} id={id}>
        {props.label}
      </span>
      <Base.Root
        className={css.switch}
        aria-labelledby={id}
        aria-describedby={props.note ? `${id}-note` : undefined}
        checked={props.checked}
        onCheckedChange={(checked) => props.onChange(checked)}
        disabled={props.disabled}
      >
        <Base.Thumb className={css.thumb} />
      </Base.Root>
      {props.note && (
        <span className={css.note} id={`${id}-note`}>
          {props.note}
        </span>
      )}
    </div>
  );
}
