import { classColour } from "../../../scene/theme";
import { selection } from "../../../state/derived";
import { source } from "../../../state/source";
import { useSettled } from "../../../state/useSettled";
import { chooseClass } from "../choose";
import { colour, someUnclassed } from "../sources";
import css from "./overlay.module.css";

/** Names beside colours; with more classes than this the colours have long repeated, and the card tells them apart. */
const MOST_NAMES = 12;

const chosen = source(selection);

export function ClassLegend() {
  const column = useSettled(colour);
  const missing = useSettled(someUnclassed);
  const mask = useSettled(chosen);
  if (!column) return null;
  const more = column.levels.length - MOST_NAMES;
  const meant = (code: number) => mask !== null && column.codes.every((k, row) => k !== code || mask[row] === 1);
  const item = (code: number, level: string, property: string) => (
    <li key={code}>
      <button
        type="button"
        className={css.class}
        aria-pressed={meant(code)}
        title={`Select the rows of ${level}; with Shift, as well`}
        onClick={({ shiftKey }) => chooseClass(code, shiftKey ? "add" : "replace")}
      >
        <Swatch property={property} /> {level}
      </button>
    </li>
  );
  return (
    <ul className={css.legend} aria-label={`Classes of ${column.name}`}>
      {column.levels.slice(0, MOST_NAMES).map((level, k) => item(k, level, classColour(k)))}
      {more > 0 && <li>and {more} more</li>}
      {missing && item(-1, "no class", "--data")}
    </ul>
  );
}

export function Swatch({ property }: { readonly property: string }) {
  return <span className={css.swatch} style={{ background: `var(${property})` }} aria-hidden />;
}
