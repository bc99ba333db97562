import { numberColumns } from "../../../../data/columns";
import { dataset } from "../../../../state/derived";
import { commit } from "../../../../state/history";
import { update } from "../../../../state/store";
import { useParameter } from "../../../../state/useParameter";
import { FoldPanel } from "../../../../ui/FoldPanel";
import { Segmented } from "../../../../ui/Segmented";
import { Select } from "../../../../ui/Select";
import { useSource } from "../../../../ui/useSource";
import css from "../../views/TransformInspector.module.css";
import { colsOf } from "../embedded";
import { shape, triple } from "../sources";

const POINTS = [
  { value: "columns", label: "Columns" },
  { value: "scores", label: "Components" },
] as const;
const AXES = ["featureX", "featureY", "featureZ"] as const;

/** What of the dataset stands in space. */
export function SpacePointsPanel() {
  const data = useParameter(dataset);
  const columns = useSource(triple);
  const cols = colsOf(useSource(shape));
  const points = useParameter((s) => s.transform.points);
  if (!data) return null;
  return (
    <FoldPanel title="Points" open>
      <Segmented
        label="What the points are"
        value={points}
        options={POINTS}
        onChange={(value) => commit(() => update("transform", { points: value }))}
      />
      {points === "columns" &&
        AXES.slice(0, cols).map((axis, k) => (
          <Select
            key={axis}
            label={`Along x${"₁₂₃"[k]}`}
            value={columns[k]?.name ?? ""}
            options={numberColumns(data).map(({ name }) => ({ value: name, label: name }))}
            onChange={(name) => commit(() => update("transform", { [axis]: name }))}
          />
        ))}
      <p className={css.words}>
        {data.name}, centred, in units of the largest standard deviation on the axes.
        {columns.length < cols && ` It has ${columns.length} such columns, so the points lie flat.`}
        {data.held < data.rows && ` A sample of ${data.held} of ${data.rows} rows.`}
      </p>
    </FoldPanel>
  );
}
