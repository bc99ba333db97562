import { commit } from "../../../../state/history";
import { update } from "../../../../state/store";
import { useParameter } from "../../../../state/useParameter";
import { Panel } from "../../../../ui/Panel";
import { Segmented } from "../../../../ui/Segmented";
import { useSource } from "../../../../ui/useSource";
import { KINDS } from "../../views/ReadingPanel";
import css from "../../views/TransformInspector.module.css";
import type { ReadingName } from "../motion";
import { shape } from "../sources";

const WORDS: Readonly<Record<ReadingName, string>> = {
  grid: "A moves everything at once: scrub from where nothing has moved to A.",
  columns: "Ax is made of A's columns, each as often as its entry of x says, one laid onto the tip of the other.",
  rows: "Each row gives a plane of points with one output. The planes of x meet in x alone while A is invertible.",
  outer: "A grows out of layers of rank one: a line, then a plane, then all that it reaches.",
  turns: "First Vᵀ turns, then Σ stretches along the axes, then U turns into place.",
};

/** Which reading of A the scrubber plays; rows are planes only where input and output share a space. */
export function SpaceReadingPanel() {
  const reading = useParameter((s) => s.transform.reading);
  const square = useSource(shape) === "3x3";
  const options = KINDS.map((kind) => ({ ...kind, disabled: kind.value === "rows" && !square }));
  const now = reading === "rows" && !square ? "grid" : reading;
  return (
    <Panel title="Read A as">
      <Segmented
        compact
        label="Reading of A"
        value={now}
        options={options}
        onChange={(value) => commit(() => update("transform", { reading: value }))}
      />
      <p className={css.words}>{WORDS[now]}</p>
    </Panel>
  );
}
