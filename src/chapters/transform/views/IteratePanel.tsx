import type { Source } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { FoldPanel } from "../../../ui/FoldPanel";
import { LiveText } from "../../../ui/LiveText";
import { Slider } from "../../../ui/Slider";
import { Switch } from "../../../ui/Switch";
import css from "./TransformInspector.module.css";

/** x, Ax, A²x …, and where they go in words. */
export function IteratePanel({ words }: { readonly words: Source<string> }) {
  const count = useParameter((s) => s.transform.iterations);
  const unit = useParameter((s) => s.transform.unitSteps);
  return (
    <FoldPanel title="Iterate x, Ax, A²x …" open={count > 0}>
      <Slider
        label="Steps"
        value={count}
        min={0}
        max={60}
        step={1}
        format={String}
        onChange={(iterations) => {
          beginGesture();
          update("transform", { iterations });
        }}
        onCommit={endGesture}
      />
      <Switch
        label="Keep the length of x"
        checked={unit}
        onChange={(on) => commit(() => update("transform", { unitSteps: on }))}
      />
      <p className={css.words}>
        <LiveText source={words} />
      </p>
    </FoldPanel>
  );
}
