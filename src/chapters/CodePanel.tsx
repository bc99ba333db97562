import { useLayoutEffect, useRef } from "react";
import type { Source } from "../scene/source";
import css from "./CodePanel.module.css";
import type { CodeLine } from "./code";
import { attachCode, type Lit } from "./paintCode";

interface Props {
  readonly id: string;
  readonly code: Source<readonly CodeLine[]>;
  /** Where the chapter keeps what is pointed at. */
  readonly lit?: Lit | undefined;
}

/** The snippet for what is shown, line by line; it follows what is dragged. */
export default function CodePanel({ id, code, lit }: Props) {
  const lines = useRef<HTMLElement>(null);
  useLayoutEffect(() => (lines.current ? attachCode(lines.current, code, lit) : undefined), [code, lit]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a snippet longer than its box scrolls, which the keyboard must reach too
    <section id={id} className={css.panel} aria-label="NumPy for what is shown" tabIndex={0}>
      <pre className={css.code}>
        <code ref={lines} />
      </pre>
    </section>
  );
}
