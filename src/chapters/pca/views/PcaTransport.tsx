import { Maximize } from "lucide-react";
import { numberColumns } from "../../../data/columns";
import { derive } from "../../../scene/source";
import { commit } from "../../../state/history";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { useSettled } from "../../../state/useSettled";
import { IconButton } from "../../../ui/Button";
import { Segmented } from "../../../ui/Segmented";
import { useSource } from "../../../ui/useSource";
import { plainLines } from "../../code";
import { TakeAlong } from "../../TakeAlong";
import { BuildBar } from "../covariance/BuildBar";
import { numpySnippet } from "../snippet";
import { dataset, features, outcome, plane, REFIT, rows, which } from "../sources";
import { TurnBar } from "../space/TurnBar";
import { turns } from "../space/turnSources";
import css from "./PcaTransport.module.css";
import { viewOf } from "./viewList";

const all = derive([dataset], (of) => (of ? numberColumns(of).length : 0));
const two = derive([plane], (p) => (p?.axes[1] == null ? null : p.names));
const choice = derive([features, all, two], (names, count, onAxes) => {
  if (names.length === count) return "all";
  return names.length === 2 && onAxes ? "two" : "some";
});

const code = derive(
  [dataset, features, rows, outcome, source((state) => state.pca)],
  (of, names, held, found, options) => plainLines(of ? numpySnippet(of, names, held, found, options) : ""),
);

const numbers = () => import("../takeNumbers");
const more = [
  { label: "Components as CSV", run: () => void numbers().then(({ saveComponents }) => saveComponents()) },
  { label: "Scores as CSV", run: () => void numbers().then(({ saveScores }) => saveScores()) },
  { label: "Copy as Dask", run: () => void import("../copyDask").then(({ copyDask }) => copyDask()) },
];
const latex = () => numbers().then((module) => module.latex());

export function PcaTransport() {
  const pairNow = useSettled(two);
  const count = useSettled(all);
  const now = useSettled(choice);
  const canTurn = useSettled(turns);
  const building = useSource(which) === "covariance";
  const controls = (
    <>
      {pairNow && count > 2 && (
        <Segmented
          label="Features that are X"
          value={now}
          options={[
            {
              value: "two",
              label: (
                <span className={css.names} title={`${pairNow[0]} × ${pairNow[1]}`}>
                  {pairNow[0]} × {pairNow[1]}
                </span>
              ),
            },
            { value: "all", label: `All ${count} features` },
          ]}
          onChange={(value) =>
            commit(() => {
              // The axes are named, so that they stay when the features change.
              update("pca", { ...REFIT, featureX: pairNow[0], featureY: pairNow[1] });
              update("data", { features: value === "two" ? [...pairNow] : [] });
            })
          }
        />
      )}
      {!canTurn && !building && <span className={css.space} />}
      <IconButton label="Fit the view to the points" onClick={() => commit(() => update("pca", REFIT))}>
        <Maximize size={16} aria-hidden />
      </IconButton>
      <TakeAlong code={code} picture={() => viewOf(which.get()).picture()} latex={latex} more={more} />
    </>
  );
  if (canTurn) return <TurnBar>{controls}</TurnBar>;
  if (building) return <BuildBar>{controls}</BuildBar>;
  return (
    <div className={css.bar} role="toolbar" aria-label="Transport">
      {controls}
    </div>
  );
}
