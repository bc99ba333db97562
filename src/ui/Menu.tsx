import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import buttons from "./Button.module.css";
import css from "./Menu.module.css";

export type MenuItem = { label: string; run(): void; disabled?: boolean };

interface Props {
  trigger: ReactNode;
  /** Needed where `trigger` is not plain text. */
  name?: string;
  items: readonly MenuItem[];
  disabled?: boolean;
  /** Whether it is open when it comes: for one that is loaded by the press that opens it. */
  defaultOpen?: boolean;
}

/** A button that opens a list of acts. */
export function Menu(props: Props) {
  return (
    <Base.Root disabled={props.disabled} defaultOpen={props.defaultOpen}>
      <Base.Trigger className={`${buttons.button} ${buttons.outline}`} aria-label={props.name}>
        {props.trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={css.positioner} sideOffset={4}>
          <Base.Popup className={css.popup}>
            {props.items.map((item) => (
              <Base.Item key={item.label} className={css.item} disabled={item.disabled} onClick={() => item.run()}>
                {item.label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
