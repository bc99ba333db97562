import { numberColumns } from "../../../data/columns";
import { dataset } from "../../../state/derived";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { FoldPanel } from "../../../ui/FoldPanel";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { useSource } from "../../../ui/useSource";
import { PICTURES } from "../pictures";
import { pair } from "../sources";
import css from "./TransformInspector.module.css";

const POINTS = [
  { value: "columns", label: "Two columns" },
  { value: "scores", label: "PC1 and PC2" },
] as const;
const NO_PICTURE = "none";
const PICTURE_OPTIONS = [
  { value: NO_PICTURE, label: "None" },
  ...PICTURES.map(({ id, name }) => ({ value: id, label: name })),
];

/** What else A moves: the points of the dataset, and a picture. */
export function MovedThings() {
  const data = useParameter(dataset);
  const columns = useSource(pair);
  const points = useParameter((s) => s.transform.points);
  const picture = useParameter((s) => s.transform.picture);
  const credit = PICTURES.find(({ id }) => id === picture)?.credit;
  return (
    <FoldPanel title="Points and picture" open>
      {data && columns && (
        <>
          <Segmented
            label="What the points are"
            value={points}
            options={POINTS}
            onChange={(value) => commit(() => update("transform", { points: value }))}
          />
          {points === "columns" &&
            (["featureX", "featureY"] as const).map((axis, k) => (
              <Select
                key={axis}
                label={k === 0 ? "Across" : "Upwards"}
                value={columns[k]?.name ?? ""}
                options={numberColumns(data).map(({ name }) => ({ value: name, label: name }))}
                onChange={(name) => commit(() => update("transform", { [axis]: name }))}
              />
            ))}
          <p className={css.words}>
            {data.name}, centred, in units of the larger standard deviation of the two.
            {data.held < data.rows && ` A sample of ${data.held} of ${data.rows} rows.`}
          </p>
        </>
      )}
      <Select
        label="Picture"
        value={picture === "" ? NO_PICTURE : picture}
        options={PICTURE_OPTIONS}
        onChange={(id) => commit(() => update("transform", { picture: id === NO_PICTURE ? "" : id }))}
      />
      {credit && <p className={css.words}>{credit}</p>}
    </FoldPanel>
  );
}
