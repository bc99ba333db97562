import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSettled } from "../../../state/useSettled";
import { Panel } from "../../../ui/Panel";
import { Segmented } from "../../../ui/Segmented";
import { LiveSlider } from "../../../ui/Slider";
import { Switch } from "../../../ui/Switch";
import { useSource } from "../../../ui/useSource";
import { leftOut } from "../plane";
import { someNames } from "../someNames";
import { features, kept, model, REFIT, spread } from "../sources";
import css from "./PcaInspector.module.css";

const DIVISORS = [
  { value: "n", label: "1/n" },
  { value: "n-1", label: "1/(n − 1)" },
] as const;
const most = derive([model], (m) => m?.explainedVariance.length ?? 1);
const constant = derive([spread, features], leftOut);

export function Preparation() {
  const centre = useParameter((s) => s.pca.centre);
  const standardise = useParameter((s) => s.pca.standardise);
  const both = useParameter((s) => s.pca.sideBySide);
  const divisor = useParameter((s) => s.pca.divisor);
  const count = useSource(most);
  const still = useSettled(constant);
  return (
    <Panel title="Preparation">
      <Switch
        label="Centre"
        checked={centre}
        onChange={(on) => commit(() => update("pca", { ...REFIT, centre: on }))}
        note={centre ? undefined : "C holds second moments about the origin: PC1 leans to where the mean is."}
      />
      <Switch
        label="Standardise"
        checked={standardise}
        onChange={(on) => commit(() => update("pca", { ...REFIT, standardise: on }))}
        note={standardise && still.length > 0 ? constantWords(still) : undefined}
      />
      <Switch
        label="Both side by side"
        checked={both}
        note={both ? "In the views Original, Scores and Biplot: as measured, and standardised." : undefined}
        onChange={(on) => commit(() => update("pca", { sideBySide: on, ...(on ? { view: "scores" } : {}) }))}
      />
      <div className={css.row}>
        <span>Divisor</span>
        <Segmented
          label="Divisor of C"
          value={divisor}
          options={DIVISORS}
          onChange={(value) => commit(() => update("pca", { divisor: value }))}
        />
      </div>
      {count > 1 && (
        <LiveSlider
          label="Components kept"
          source={kept}
          min={1}
          max={count}
          step={1}
          format={String}
          onChange={(value) => {
            beginGesture();
            update("pca", { kept: value });
          }}
          onCommit={endGesture}
        />
      )}
    </Panel>
  );
}

const constantWords = (names: readonly string[]): string =>
  `Left out: ${someNames(names)}. A column that is the same in every row has no deviation to divide by.`;
