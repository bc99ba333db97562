import { lazy, Suspense } from "react";
import { derive } from "../../../scene/source";
import { useSettled } from "../../../state/useSettled";
import { Panel } from "../../../ui/Panel";
import { useSource } from "../../../ui/useSource";

import { ComponentPictures } from "../pixels/ComponentPictures";
import { outcome, plain, which } from "../sources";

import { ColourPanel, FeaturePanel } from "./DataPanels";
import { LinePanel } from "./LinePanel";
import { Loadings } from "./Loadings";
import { NumbersPanel } from "./NumbersPanel";
import css from "./PcaInspector.module.css";
import { PointPanel } from "./PointPanel";
import { Preparation } from "./Preparation";
import { ScreePanel } from "./ScreePanel";
import { SelectionPanel } from "./SelectionPanel";
import { ViewPanel } from "./ViewPanel";

const reason = derive([outcome], (now) => (now.kind === "none" ? now.reason : ""));
const FarRows = lazy(() => import("./FarRows"));
const farther = derive([which], (shown) => shown === "reconstruction" || shown === "outliers");

export function PcaInspector() {
  const why = useSource(reason);
  const found = useSettled(outcome);
  const line = useSource(plain);
  const far = useSource(farther);
  return (
    <>
      {why !== "" ? (
        <Panel title="Explained variance">
          <p className={css.note}>{why}</p>
        </Panel>
      ) : (
        <>
          <ScreePanel />
          <Loadings />
          <ComponentPictures />
        </>
      )}
      <Preparation />
      {found.kind === "found" && (
        <>
          <ViewPanel model={found.pca} />
          {line && <LinePanel />}
          {far && (
            <Suspense>
              <FarRows />
            </Suspense>
          )}
          <SelectionPanel />
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
