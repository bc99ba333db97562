import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useSettled } from "../../../state/useSettled";
import { Panel } from "../../../ui/Panel";
import { distances } from "../outliers/sources";
import { usedNames } from "../plane";
import { parts } from "../reconstruction/sources";
import { dataset, features, model, pinned, which } from "../sources";
import { NumberTable } from "./NumberTable";
import css from "./PcaInspector.module.css";

const MOST = 8;
const rebuilt = derive([which], (view) => view === "reconstruction");

/** The rows that the components say least of, by name, and for the reconstruction how much of each feature is kept. */
export default function FarRows() {
  const far = useSettled(distances);
  const of = useSettled(dataset);
  const chosen = useSettled(pinned);
  const byQ = useSettled(rebuilt);
  if (!far || !of) return null;
  const called = of.columns.find(({ kind }) => kind === "label");
  const name = (row: number) => (called?.kind === "label" && called.values[row]) || `row ${row + 1}`;
  const order = byQ ? [...far.q.keys()].sort((a, b) => (far.q[b] ?? 0) - (far.q[a] ?? 0)) : far.order;
  return (
    <>
      <Panel title={byQ ? "Worst rows" : "Farthest rows"}>
        <table className={css.table}>
          <caption className={css.caption}>{byQ ? "Worst rows" : "Farthest rows"}</caption>
          <thead>
            <tr>
              <th scope="col">row</th>
              <th scope="col">T²</th>
              <th scope="col">Q</th>
            </tr>
          </thead>
          <tbody>
            {order.slice(0, MOST).map((row) => (
              <tr key={row}>
                <th scope="row">
                  <button
                    type="button"
                    className={css.link}
                    aria-pressed={row === chosen}
                    onClick={() => commit(() => update("pca", { point: row === chosen ? 0 : row + 1 }))}
                  >
                    {name(row)}
                  </button>
                </th>
                <td>
                  <data value={String(far.t2[row])} title={String(far.t2[row])}>
                    {formatNumber(far.t2[row] ?? 0)}
                  </data>
                </td>
                <td>
                  <data value={String(far.q[row])} title={String(far.q[row])}>
                    {formatNumber(far.q[row] ?? 0)}
                  </data>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={css.note}>
          T² is {formatNumber(far.mean.t2)} and Q {formatNumber(far.mean.q)} on average.
        </p>
      </Panel>
      {byQ && <FeatureShares />}
    </>
  );
}

const MOST_FEATURES = 100;

function FeatureShares() {
  const now = useSettled(parts);
  const m = useSettled(model);
  const names = useSettled(features);
  if (!now || !m) return null;
  return (
    <Panel title="Kept of each feature">
      <NumberTable
        caption="Part of each feature's variance that is kept"
        columns={["feature", "R²"]}
        rows={usedNames(m, names)
          .slice(0, MOST_FEATURES)
          .map((name, j) => ({ name, cells: [{ value: now.r2[j] ?? 0 }] }))}
      />
    </Panel>
  );
}
