import { categoryColumns, numberColumns } from "../../data/columns";
import type { Dataset } from "../../data/dataset";
import { colour, features, NO_COLOUR, target } from "../../state/derived";
import { commit } from "../../state/history";
import { update } from "../../state/store";
import { useParameter } from "../../state/useParameter";
import { Chip, ChipRow } from "../../ui/Button";
import { Panel } from "../../ui/Panel";
import { Select } from "../../ui/Select";
import css from "./DataDrawer.module.css";

const set = (changes: Parameters<typeof update<"data">>[1]) => commit(() => update("data", changes));

/** What each column is for; shared by all chapters. */
export function Roles({ data }: { readonly data: Dataset }) {
  const chosen = useParameter(features);
  const colouring = useParameter(colour);
  const predicted = useParameter(target);
  const numbers = numberColumns(data);
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name];
    // All of them is the default, which stays right when the columns are others.
    set({ features: next.length === numbers.length ? [] : next });
  };
  return (
    <Panel
      title="Features (X)"
      aside={
        <button type="button" className={css.all} onClick={() => set({ features: [] })}>
          All {numbers.length}
        </button>
      }
    >
      <div className={css.features}>
        <ChipRow label="Features">
          {numbers.map(({ name }) => (
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
      </div>
      <div className={css.pair}>
        <Select
          label="Colour by"
          value={colouring?.name ?? NO_COLOUR}
          options={[
            { value: NO_COLOUR, label: "One colour" },
            ...categoryColumns(data).map(({ name, levels }) => ({ value: name, label: `${name} (${levels.length})` })),
          ]}
          onChange={(name) => set({ colour: name })}
        />
        <Select
          label="Target y"
          value={predicted?.name ?? ""}
          options={numbers.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name) => set({ target: name })}
        />
      </div>
    </Panel>
  );
}
