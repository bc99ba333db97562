import { type ReactNode, useId } from "react";
import css from "./Panel.module.css";

/** A titled section of a side column. `aside` stands at the right of the title. */
export function Panel(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css.panel} aria-labelledby={id}>
      <header className={css.head}>
        <h2 className={css.title} id={id}>
          {props.title}
        </h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
}
