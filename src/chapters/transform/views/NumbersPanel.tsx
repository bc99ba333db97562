import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { LiveText } from "../../../ui/LiveText";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { useSource } from "../../../ui/useSource";
import { eigenNote, eigenWords } from "../model";
import { inverse, lit, name, reading } from "../sources";
import { structureWords } from "../structure";
import css from "./TransformInspector.module.css";

const numbers = {
  det: derive([reading], ({ det, scale }) => formatNumber(det, scale * scale)),
  trace: derive([reading], ({ trace, scale }) => formatNumber(trace, scale)),
  rank: derive([reading], ({ rank }) => String(rank)),
  eigen: derive([reading], eigenWords),
  note: derive([reading], eigenNote),
  singular: derive([reading], ({ singular, scale }) => singular.map((s) => formatNumber(s, scale)).join(", ")),
  cond: derive([reading], ({ cond }) => (Number.isFinite(cond) ? formatNumber(cond) : "infinite: singular")),
  norm: derive([reading], ({ norm, scale }) => formatNumber(norm, scale)),
  structure: derive([reading], ({ structure }) => structureWords(structure)),
  inverse: derive([inverse, reading], (m, { rank }) => {
    if (!m) return `none: rank ${rank}`;
    const [a, b, c, d] = m.map((v) => formatNumber(v, Math.max(...m.map(Math.abs))));
    return `${a}  ${b}\n${c}  ${d}`;
  }),
};

/** A in numbers: each row lights what it measures on the stage. */
export function NumbersPanel() {
  const called = useSource(name);
  return (
    <Panel title={`What ${called} does`}>
      <ReadoutTable label={`Numbers of ${called}`}>
        <Readout label={`det ${called}, signed area`} value={numbers.det} tone="singular" about="area" lit={lit} />
        <Readout label="trace" value={numbers.trace} />
        <Readout label="rank" value={numbers.rank} about="column-space" lit={lit} />
        <Readout label="eigenvalues λ" value={numbers.eigen} tone="eigen" about="eigen" lit={lit} />
        <Readout label="singular values σ" value={numbers.singular} tone="singular" about="ellipse" lit={lit} />
        <Readout label={`condition κ(${called})`} value={numbers.cond} about="ellipse" lit={lit} />
        <Readout label="Frobenius norm" value={numbers.norm} />
        <Readout label="inverse" value={numbers.inverse} about="inverse" lit={lit} />
        <Readout label="kind" value={numbers.structure} />
      </ReadoutTable>
      <p className={css.note}>
        <LiveText source={numbers.note} />
      </p>
    </Panel>
  );
}
