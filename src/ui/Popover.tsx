import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import buttons from "./Button.module.css";
import css from "./Popover.module.css";

/** A button that opens a small panel beside it. `name` is needed where `trigger` is not plain text. */
export function Popover(props: { trigger: ReactNode; name?: string; title: string; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger className={`${buttons.button} ${buttons.outline}`} aria-label={props.name}>
        {props.trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={css.positioner} sideOffset={6}>
          <Base.Popup className={css.popup}>
            <Base.Title className={css.title}>{props.title}</Base.Title>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
