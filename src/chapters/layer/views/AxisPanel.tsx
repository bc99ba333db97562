import { numberColumns } from "../../../data/columns";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { NumberField } from "../../../ui/NumberField";
import { Panel } from "../../../ui/Panel";
import { Select } from "../../../ui/Select";
import { useSource } from "../../../ui/useSource";
import { inputs, row } from "../sources";
import css from "./LayerInspector.module.css";

const columns = derive([inputs], (now) => (now ? numberColumns(now.dataset).map(({ name }) => name) : []));
const chosenX = derive([inputs], (now) => now?.axes[0]?.name ?? "");
const chosenY = derive([inputs], (now) => now?.axes[1]?.name ?? "");
const note = derive([inputs], (now) => now?.note ?? "There is no number column to draw.");
const rows = derive([inputs], (now) => now?.dataset.held ?? 0);
const shownRow = derive([row], (r) => r + 1);
const whole = (value: number) => String(Math.round(value));

/** Which two columns of the dataset are x, and which row stands in the formula. */
export function AxisPanel() {
  const names = useSource(columns);
  const x = useSource(chosenX);
  const y = useSource(chosenY);
  const count = useSource(rows);
  const options = names.map((name) => ({ value: name, label: name }));
  return (
    <Panel title="Two columns of the dataset">
      {names.length > 0 && (
        <>
          <Select
            label="x₁"
            value={x}
            options={options}
            // Choosing the other axis' column swaps the two.
            onChange={(name) => commit(() => update("layer", { featureX: name, featureY: name === y ? x : y }))}
          />
          {names.length > 1 && (
            <Select
              label="x₂"
              value={y}
              options={options}
              onChange={(name) => commit(() => update("layer", { featureY: name, featureX: name === x ? y : x }))}
            />
          )}
          <div className={css.row}>
            <span>x in the formula: row</span>
            <NumberField
              label="Row of x"
              value={shownRow.get()}
              source={shownRow}
              step={1}
              min={1}
              max={Math.max(1, count)}
              format={whole}
              onChange={(value) => {
                beginGesture();
                update("layer", { row: Math.max(0, Math.round(value) - 1) });
              }}
              onCommit={endGesture}
            />
          </div>
        </>
      )}
      <p className={css.note}>
        Standardised: mean 0 and standard deviation 1 over all rows. <LiveText source={note} />
      </p>
    </Panel>
  );
}
