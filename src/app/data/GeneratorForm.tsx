import { useState } from "react";
import { GENERATORS, type GeneratorSpec, generatorId } from "../../data/generators";
import { chooseDataset } from "../../state/datasets";
import { Button } from "../../ui/Button";
import { NumberField } from "../../ui/NumberField";
import { Panel } from "../../ui/Panel";
import { Select } from "../../ui/Select";
import css from "./DataDrawer.module.css";

const whole = (value: number) => String(value);
const labelOf = (name: string) => (name === "n" ? "Points" : name.charAt(0).toUpperCase() + name.slice(1));
const entryOf = (kind: string) => GENERATORS.find((entry) => entry.kind === kind) ?? GENERATORS[0];

/** Points made to order: the same numbers for the same seed, everywhere. */
export function GeneratorForm() {
  const [spec, setSpec] = useState<GeneratorSpec | undefined>(GENERATORS[0]?.defaults);
  const entry = spec && entryOf(spec.kind);
  if (!spec || !entry) return null;
  return (
    <Panel title="Generated">
      <div className={css.form}>
        <Select
          label="Kind"
          value={spec.kind}
          options={GENERATORS.map(({ kind, name }) => ({ value: kind, label: name }))}
          onChange={(kind) => setSpec(entryOf(kind)?.defaults)}
        />
        {entry.parameters.map(({ name, min, max, whole: integer }) => (
          <div className={css.field} key={name}>
            <span aria-hidden>{labelOf(name)}</span>
            <NumberField
              label={labelOf(name)}
              value={spec.settings.get(name) ?? min}
              min={min}
              max={max}
              step={integer ? 1 : 0.01}
              format={integer ? whole : undefined}
              onChange={(value) =>
                setSpec({ ...spec, settings: new Map(spec.settings).set(name, integer ? Math.round(value) : value) })
              }
            />
          </div>
        ))}
        <Button onClick={() => chooseDataset(generatorId(spec))}>Generate</Button>
      </div>
      <p className={css.hint}>{entry.about}</p>
    </Panel>
  );
}
