import { CSPProvider } from "@base-ui/react/csp-provider";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { useId } from "react";
import css from "./Select.module.css";

/** One of many choices, in a list that opens. Under our CSP no style element may be injected, hence the provider. */
export function Select<V extends string>(props: {
  label: string;
  hideLabel?: boolean;
  value: V;
  options: readonly { value: V; label: string; disabled?: boolean }[];
  onChange(value: V): void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <CSPProvider disableStyleElements>
      <div className={css.field}>
        <span className={props.hideLabel ? css.hidden : css.label} id={id}>
          {props.label}
        </span>
        <Base.Root
          items={props.options}
          value={props.value}
          disabled={props.disabled}
          onValueChange={(value) => {
            if (value !== null) props.onChange(value);
          }}
        >
          <Base.Trigger className={css.trigger} aria-labelledby={id}>
            <Base.Value />
            <Base.Icon className={css.icon}>
              <ChevronsUpDown size={14} aria-hidden />
            </Base.Icon>
          </Base.Trigger>
          <Base.Portal>
            <Base.Positioner className={css.positioner} sideOffset={4} alignItemWithTrigger={false}>
              <Base.Popup className={css.popup}>
                <Base.List className={css.list} aria-labelledby={id}>
                  {props.options.map((option) => (
                    <Base.Item key={option.value} className={css.item} value={option.value} disabled={option.disabled}>
                      <Base.ItemText>{option.label}</Base.ItemText>
                      <Base.ItemIndicator className={css.tick}>
                        <Check size={14} aria-hidden />
                      </Base.ItemIndicator>
                    </Base.Item>
                  ))}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      </div>
    </CSPProvider>
  );
}
