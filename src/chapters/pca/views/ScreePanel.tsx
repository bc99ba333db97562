import { Scree } from "../../../charts/Scree";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSettled } from "../../../state/useSettled";
import { CutSlider } from "../../../ui/CutSlider";
import { LiveText } from "../../../ui/LiveText";
import { Panel } from "../../../ui/Panel";
import { Segmented } from "../../../ui/Segmented";
import { useSource } from "../../../ui/useSource";
import { whiskers } from "../fan";
import { keptShare } from "../model";
import { percent } from "../plane";
import { kept, model, notes } from "../sources";
import css from "./PcaInspector.module.css";

const NONE = new Float64Array(0);
const spectrum = derive([model], (m) => ({
  values: m?.explainedVariance ?? NONE,
  // What cannot be told from zero is said to be zero.
  ratios:
    m?.explainedVarianceRatio.map((part, k) => ((m.explainedVariance[k] ?? 0) > m.zeroVariance ? part : 0)) ?? NONE,
}));
const count = derive([model], (m) => m?.explainedVariance.length ?? 0);
const share = derive([model, kept], (m, k) => (m ? `${k} keep${k === 1 ? "s" : ""} ${percent(keptShare(m, k))}` : ""));
const point = (k: number | null) => store.setState({ spotlight: k });

/** Explained variance of each component, or of those so far; the cut says how many are kept. */
export function ScreePanel() {
  const rows = useSource(count);
  const cumulative = useParameter((s) => s.pca.cumulative);
  const said = useSettled(notes);
  const lit = useParameter((s) => s.spotlight);
  return (
    <Panel
      title="Explained variance"
      aside={
        <span className={css.aside}>
          <LiveText source={share} />
        </span>
      }
    >
      <Scree
        count={rows}
        spectrum={spectrum}
        kept={kept}
        whiskers={whiskers}
        cumulative={cumulative}
        lit={lit}
        onPoint={point}
      >
        {rows > 1 && (
          <CutSlider
            label="Cut: components kept"
            source={kept}
            rows={rows}
            format={() => share.get()}
            onChange={(above) => {
              beginGesture();
              update("pca", { kept: above });
            }}
            onCommit={endGesture}
          />
        )}
      </Scree>
      {rows > 1 && (
        <Segmented
          label="Bars of the explained variance"
          value={cumulative ? "sum" : "each"}
          options={[
            { value: "each", label: "Each" },
            { value: "sum", label: "Cumulative" },
          ]}
          onChange={(value) => commit(() => update("pca", { cumulative: value === "sum" }))}
        />
      )}
      {said.map((sentence) => (
        <p key={sentence} className={css.note}>
          {sentence}
        </p>
      ))}
    </Panel>
  );
}
