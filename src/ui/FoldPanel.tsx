import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import css from "./FoldPanel.module.css";

/** A section of a side column that opens when it is wanted. `open` says how it starts. */
export function FoldPanel(props: { title: ReactNode; open?: boolean; children: ReactNode }) {
  // Only the start: from then on it is the reader who opens and closes it.
  const [open] = useState(props.open);
  return (
    <details className={css.fold} open={open}>
      <summary className={css.title}>
        <ChevronRight size={14} aria-hidden className={css.mark} />
        {props.title}
      </summary>
      <div className={css.body}>{props.children}</div>
    </details>
  );
}
