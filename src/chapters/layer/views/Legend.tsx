import type { CSSProperties } from "react";
import { derive } from "../../../scene/source";
import { classColour } from "../../../scene/theme";
import { useSource } from "../../../ui/useSource";
import { inputs } from "../sources";
import css from "./Legend.module.css";

const MOST = 8;
const levels = derive([inputs], (now) => now?.category?.levels ?? []);

/** What the colours of the points mean; in network mode also how test rows are drawn. */
export function Legend({ test = false }: { readonly test?: boolean }) {
  const names = useSource(levels);
  if (names.length === 0 && !test) return null;
  return (
    <ul className={css.legend} aria-label="Legend">
      {names.slice(0, MOST).map((name, k) => (
        <li key={name} style={{ "--tone": `var(${classColour(k)})` } as CSSProperties}>
          <span className={css.dot} aria-hidden="true" />
          {name}
        </li>
      ))}
      {names.length > MOST && <li>and {names.length - MOST} more</li>}
      {test && (
        <li>
          <span className={css.ring} aria-hidden="true" />
          hollow: test rows
        </li>
      )}
    </ul>
  );
}
