import { categoryColumns, numberColumns } from "../../../data/columns";
import { NO_COLOUR } from "../../../state/derived";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useSettled } from "../../../state/useSettled";
import { Chip, ChipRow } from "../../../ui/Button";
import { Panel } from "../../../ui/Panel";
import { Select } from "../../../ui/Select";
import { colour, dataset, features, REFIT } from "../sources";
import css from "./PcaInspector.module.css";

/** Which columns are X; shared by all chapters. */
export function FeaturePanel() {
  const of = useSettled(dataset);
  const chosen = useSettled(features);
  if (!of) return null;
  const names = numberColumns(of).map(({ name }) => name);
  const set = (next: readonly string[]) =>
    commit(() => {
      update("data", { features: next });
      update("pca", REFIT);
    });
  const toggle = (name: string) => {
    const next = names.filter((other) => (other === name ? !chosen.includes(name) : chosen.includes(other)));
    // All of them is the default, which stays right when the columns are others.
    set(next.length === names.length ? [] : next);
  };
  return (
    <Panel title="Features" aside={<span className={css.note}>{`${chosen.length} of ${names.length}`}</span>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe scrollable-region-focusable) */}
      <section className={css.chips} tabIndex={0} aria-label="Columns of numbers">
        <ChipRow label="Columns that are X">
          {names.map((name) => (
            <Chip
              key={name}
              selected={chosen.includes(name)}
              disabled={chosen.length === 1 && chosen[0] === name}
              onClick={() => toggle(name)}
            >
              {name}
            </Chip>
          ))}
        </ChipRow>
      </section>
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
