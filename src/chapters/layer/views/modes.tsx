import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Segmented } from "../../../ui/Segmented";
import css from "./LayerInspector.module.css";
import { NetworkEquation } from "./NetworkEquation";
import { NetworkInspector } from "./NetworkInspector";
import { NetworkStage } from "./NetworkStage";
import { NetworkTransport } from "./NetworkTransport";
import { OneLayerEquation } from "./OneLayerEquation";
import { OneLayerInspector } from "./OneLayerInspector";
import { OneLayerStage } from "./OneLayerStage";
import { OneLayerTransport } from "./OneLayerTransport";

const MODES = [
  { value: "layer", label: "One layer" },
  { value: "network", label: "A network" },
] as const;
const useMode = () => useParameter((s) => s.layer.mode);

export const LayerEquation = () => (useMode() === "layer" ? <OneLayerEquation /> : <NetworkEquation />);
export const LayerStage = () => (useMode() === "layer" ? <OneLayerStage /> : <NetworkStage />);
export const LayerTransport = () => (useMode() === "layer" ? <OneLayerTransport /> : <NetworkTransport />);

/** The choice of mode, then that mode's controls. The view goes home with it: the two look at different spaces. */
export function LayerInspector() {
  const mode = useMode();
  return (
    <>
      <div className={css.mode}>
        <Segmented
          label="What is shown"
          value={mode}
          options={MODES}
          onChange={(value) => commit(() => update("layer", { mode: value, centre: [0, 0], span: 0 }))}
        />
      </div>
      {mode === "layer" ? <OneLayerInspector /> : <NetworkInspector />}
    </>
  );
}
