import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSettled } from "../../../state/useSettled";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { LiveSlider } from "../../../ui/Slider";
import { Switch } from "../../../ui/Switch";
import { percent } from "../plane";
import { axis, guess, model, plane, rows } from "../sources";
import { MOST_THREADS } from "../threads";
import css from "./PcaInspector.module.css";

const part = (value: number, total: number) =>
  total > 0 ? `${formatNumber(value, total)} (${percent(value / total)})` : formatNumber(value);
const numbers = {
  kept: derive([guess], (g) => (g ? part(g.kept, g.total) : "")),
  lost: derive([guess], (g) => (g ? part(Math.max(0, g.total - g.kept), g.total) : "")),
  best: derive([guess], (g) => (g ? part(g.best, g.total) : "")),
  first: derive([model], (m) => formatNumber(m?.explainedVariance[0] ?? 0)),
};
const flat = derive([plane], (p) => p === null || p.axes[1] === null);
const exact = derive([model], (m) => (m?.columns.length ?? 0) <= 2);
const count = derive([model], (m) => m?.columns.length ?? 0);
const many = derive([rows], (x) => x.rows > MOST_THREADS);
const degrees = (value: number) => `${formatNumber(Math.round(value * 10) / 10, 180)}°`;

/** The line that the reader turns: what it keeps and what it loses, which add up to all that varies on the two axes. */
export function LinePanel() {
  const shown = useParameter((s) => s.pca.showGuess);
  const threads = useParameter((s) => s.pca.showThreads);
  const [line, two, d, tooMany] = [useSettled(flat), useSettled(exact), useSettled(count), useSettled(many)];
  return (
    <Panel title="A line of your own">
      <Switch
        label="Line"
        checked={shown && !line}
        disabled={line}
        note={line ? "With one feature there is nothing to turn." : undefined}
        onChange={(on) => commit(() => update("pca", { showGuess: on }))}
      />
      {shown && !line && (
        <>
          <LiveSlider
            label="Angle"
            source={axis}
            min={-180}
            max={180}
            step={1}
            format={degrees}
            onChange={(value) => {
              beginGesture();
              update("pca", { axis: value });
            }}
            onCommit={endGesture}
          />
          <ReadoutTable label="What the line keeps">
            <Readout label="keeps vᵀCv" value={numbers.kept} />
            <Readout label="loses" value={numbers.lost} />
            <Readout label={two ? "best, λ₁" : "best on these two"} value={numbers.best} tone="eigen" />
            {!two && <Readout label={`λ₁ of all ${d} features`} value={numbers.first} tone="eigen" />}
          </ReadoutTable>
          <p className={css.note}>
            The handle stands 2√(vᵀCv) from the middle. The dotted curve is where it passes in a whole turn.
          </p>
        </>
      )}
      <Switch
        label="Threads to the line"
        checked={threads && !tooMany}
        disabled={tooMany}
        note={tooMany ? `Drawn up to ${MOST_THREADS.toLocaleString("en-US")} points.` : undefined}
        onChange={(on) => commit(() => update("pca", { showThreads: on }))}
      />
    </Panel>
  );
}
