import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import buttons from "./Button.module.css";
import css from "./Menu.module.css";

export type MenuItem = { label: string; run(): void; disabled?: boolean };

/** A button that opens a list of acts. `name` is needed where `trigger` is not plain text. */
export function Menu(props: { trigger: ReactNode; name?: string; items: readonly MenuItem[]; disabled?: boolean }) {
  return (
    <Base.Root disabled={props.disabled}>
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
