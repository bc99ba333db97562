import { Scree } from "../../../charts/Scree";
import { derive } from "../../../scene/source";
import { store } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Panel } from "../../../ui/Panel";
import { useSource } from "../../../ui/useSource";
import { kept, outcome, which } from "../sources";
import { ColourPanel, FeaturePanel } from "./DataPanels";
import { LinePanel } from "./LinePanel";
import { Loadings } from "./Loadings";
import { NumbersPanel } from "./NumbersPanel";
import css from "./PcaInspector.module.css";
import { PointPanel } from "./PointPanel";
import { KeptWords, Preparation } from "./Preparation";
import { ViewPanel } from "./ViewPanel";

const point = (k: number | null) => store.setState({ spotlight: k });
const original = derive([which], (shown) => shown === "original");

export function PcaInspector() {
  const found = useSource(outcome);
  const most = useSource(kept);
  const line = useSource(original);
  const lit = useParameter((s) => s.spotlight);
  return (
    <>
      {found.kind === "none" ? (
        <Panel title="Explained variance">
          <p className={css.note}>{found.reason}</p>
        </Panel>
      ) : (
        <>
          <Panel title="Explained variance" aside={<KeptWords />}>
            <Scree
              values={found.pca.explainedVariance}
              ratios={found.pca.explainedVarianceRatio}
              kept={most}
              lit={lit}
              onPoint={point}
            />
          </Panel>
          <Panel title="Loadings">
            <Loadings model={found.pca} kept={most} />
          </Panel>
        </>
      )}
      <Preparation />
      {found.kind === "found" && (
        <>
          <ViewPanel model={found.pca} />
          {line && <LinePanel />}
        </>
      )}
      <FeaturePanel />
      <ColourPanel />
      {found.kind === "found" && (
        <>
          <PointPanel model={found.pca} />
          <NumbersPanel outcome={found} />
        </>
      )}
    </>
  );
}
