import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import css from "./Tooltip.module.css";

/** A few words that appear when `children`, one focusable element, is hovered or focused. */
export function Tooltip({ text, children }: { text: string; children: ReactElement<Record<string, unknown>> }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={css.positioner} sideOffset={6}>
          <Base.Popup className={css.popup}>{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
