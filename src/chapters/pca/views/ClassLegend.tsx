import { classColour } from "../../../scene/theme";
import { useSource } from "../../../ui/useSource";
import { colour, someUnclassed } from "../sources";
import css from "./overlay.module.css";

/** Names beside colours; with more classes than this the colours have long repeated, and the card tells them apart. */
const MOST_NAMES = 12;

export function ClassLegend() {
  const column = useSource(colour);
  const missing = useSource(someUnclassed);
  if (!column) return null;
  const more = column.levels.length - MOST_NAMES;
  return (
    <ul className={css.legend} aria-label={`Classes of ${column.name}`}>
      {column.levels.slice(0, MOST_NAMES).map((level, k) => (
        <li key={level}>
          <Swatch property={classColour(k)} /> {level}
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
      {missing && (
        <li>
          <Swatch property="--data" /> no class
        </li>
      )}
    </ul>
  );
}

export function Swatch({ property }: { readonly property: string }) {
  return <span className={css.swatch} style={{ background: `var(${property})` }} aria-hidden />;
}
