import { numberColumns } from "../../../data/columns";
import { dataset } from "../../../state/derived";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Panel } from "../../../ui/Panel";
import { Select } from "../../../ui/Select";
import { useSource } from "../../../ui/useSource";
import { pair } from "../sources";
import css from "./TransformInspector.module.css";

/** Which two columns the points show. */
export default function DatasetColumns() {
  const data = useParameter(dataset);
  const columns = useSource(pair);
  if (!data || !columns) return null;
  const options = numberColumns(data).map(({ name }) => ({ value: name, label: name }));
  return (
    <Panel title="Points">
      {(["featureX", "featureY"] as const).map((axis, k) => (
        <Select
          key={axis}
          label={k === 0 ? "Across" : "Upwards"}
          value={columns[k]?.name ?? ""}
          options={options}
          onChange={(name) => commit(() => update("transform", { [axis]: name }))}
        />
      ))}
      <p className={css.words}>
        {data.name}, centred, in units of the larger standard deviation of the two.
        {data.held < data.rows && ` A sample of ${data.held} of ${data.rows} rows.`}
      </p>
    </Panel>
  );
}
