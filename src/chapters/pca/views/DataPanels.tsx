import { useState } from "react";
import { categoryColumns, numberColumns } from "../../../data/columns";
import { NO_COLOUR } from "../../../state/derived";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useSettled } from "../../../state/useSettled";
import { Chip, ChipRow } from "../../../ui/Button";
import { Panel } from "../../../ui/Panel";
import { SearchField } from "../../../ui/SearchField";
import { Select } from "../../../ui/Select";
import { colour, dataset, features, REFIT } from "../sources";
import css from "./PcaInspector.module.css";

/** Chips at most: what is beyond them is found by its name. */
const MOST_CHIPS = 60;

/** Which columns are X; shared by all chapters. */
export function FeaturePanel() {
  const of = useSettled(dataset);
  const chosen = useSettled(features);
  const [part, setPart] = useState("");
  if (!of) return null;
  const names = numberColumns(of).map(({ name }) => name);
  const meant = names.filter((name) => name.toLowerCase().includes(part.trim().toLowerCase()));
  const shown = meant.slice(0, MOST_CHIPS);
  const isChosen = new Set(chosen);
  const set = (next: readonly string[]) =>
    commit(() => {
      update("data", { features: next });
      update("pca", REFIT);
    });
  const toggle = (name: string) => {
    const next = names.filter((other) => isChosen.has(other) !== (other === name));
    // All of them is the default, which stays right when the columns are others.
    set(next.length === names.length ? [] : next);
  };
  return (
    <Panel title="Features" aside={<span className={css.note}>{`${chosen.length} of ${names.length}`}</span>}>
      {names.length > MOST_CHIPS && <SearchField label="Find a column by its name" value={part} onChange={setPart} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe scrollable-region-focusable) */}
      <section className={css.chips} tabIndex={0} aria-label="Columns of numbers">
        <ChipRow label="Columns that are X">
          {shown.map((name) => (
            <Chip
              key={name}
              selected={isChosen.has(name)}
              disabled={chosen.length === 1 && chosen[0] === name}
              onClick={() => toggle(name)}
            >
              {name}
            </Chip>
          ))}
        </ChipRow>
      </section>
      {shown.length < meant.length && (
        <p className={css.note}>
          {shown.length} of {meant.length} columns. Type a part of a name to find the others.
        </p>
      )}
      {part !== "" && meant.length > 0 && meant.length < names.length && (
        <div className={css.row}>
          <Chip onClick={() => set(meant)}>
            Choose only {meant.length === 1 ? "this one" : `these ${meant.length}`}
          </Chip>
        </div>
      )}
      {meant.length === 0 && <p className={css.note}>No column’s name has “{part.trim()}” in it.</p>}
      {chosen.length < names.length && (
        <div className={css.row}>
          <Chip onClick={() => set([])}>Choose all {names.length}</Chip>
        </div>
      )}
      {chosen.length === 1 && <p className={css.note}>The last one stays: components need a feature.</p>}
    </Panel>
  );
}

/** Which category colours the points; shared by all chapters. */
export function ColourPanel() {
  const of = useSettled(dataset);
  const now = useSettled(colour);
  if (!of) return null;
  const names = categoryColumns(of).map(({ name }) => name);
  if (names.length === 0)
    return (
      <Panel title="Colour">
        <p className={css.note}>{of.name} has no category to colour by.</p>
      </Panel>
    );
  return (
    <Panel title="Colour">
      <Select
        label="Colour by"
        hideLabel
        value={now?.name ?? NO_COLOUR}
        options={[...names.map((name) => ({ value: name, label: name })), { value: NO_COLOUR, label: "One colour" }]}
        onChange={(value) => commit(() => update("data", { colour: value }))}
      />
    </Panel>
  );
}
