import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Panel } from "../../../ui/Panel";
import { Segmented } from "../../../ui/Segmented";
import type { ReadingKind } from "../readings";
import css from "./TransformInspector.module.css";

/** The readings, by the names that both panels show. */
export const KINDS = [
  { value: "grid", label: "Grid" },
  { value: "columns", label: "Columns" },
  { value: "rows", label: "Rows" },
  { value: "outer", label: "σuvᵀ" },
  { value: "turns", label: "UΣVᵀ" },
] as const;

const WORDS: Readonly<Record<ReadingKind, string>> = {
  grid: "A moves the whole plane: scrub from the identity to A.",
  columns: "Ax is a mixture of A's columns: x₁ of the first, then x₂ of the second, tip to tail.",
  rows: "Each row measures x: its level lines, and the one on which x lies, give one entry of Ax.",
  outer: "A is a sum of rank-one layers σₖuₖvₖᵀ: the first flattens the plane onto a line, the second opens it out.",
  turns: "A is a turn by Vᵀ, a stretch by Σ along the axes, and a turn by U.",
};

/** Which of the five readings the scrubber plays. */
export function ReadingPanel() {
  const reading = useParameter((s) => s.transform.reading);
  return (
    <Panel title="Read A as">
      <Segmented
        compact
        label="Reading of A"
        value={reading}
        options={KINDS}
        onChange={(value) => commit(() => update("transform", { reading: value }))}
      />
      <p className={css.words}>{WORDS[reading]}</p>
    </Panel>
  );
}
