import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import css from "./FoldPanel.module.css";

/** A section of a side column that opens when it is wanted. `open` says how it starts. */
export function FoldPanel(props: { title: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className={css.fold} open={props.open}>
      <summary className={css.title}>
        <ChevronRight size={14} aria-hidden className={css.mark} />
        {props.title}
      </summary>
      <div className={css.body}>{props.children}</div>
    </details>
  );
}
