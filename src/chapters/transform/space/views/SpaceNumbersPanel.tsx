import { formatNumber } from "../../../../scene/formatNumber";
import { derive } from "../../../../scene/source";
import { LiveText } from "../../../../ui/LiveText";
import { Panel } from "../../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../../ui/Readout";
import { useSource } from "../../../../ui/useSource";
import { lit } from "../../sources";
import { structureWords } from "../../structure";
import css from "../../views/TransformInspector.module.css";
import { name3, reading3 } from "../sources";
import { columnSpaceWords, eigenNote, eigenvalueWords, NOT_SQUARE, nullSpaceWords, turnWords } from "../words";

const numbers = {
  det: derive([reading3], ({ square, scale }) => (square ? formatNumber(square.det, scale ** 3) : NOT_SQUARE)),
  trace: derive([reading3], ({ square, scale }) => (square ? formatNumber(square.trace, scale) : NOT_SQUARE)),
  rank: derive([reading3], ({ rank }) => String(rank)),
  eigen: derive([reading3], eigenvalueWords),
  singular: derive([reading3], ({ singular, scale }) => singular.map((s) => formatNumber(s, scale)).join(", ")),
  cond: derive([reading3], ({ cond }) => (Number.isFinite(cond) ? formatNumber(cond) : "infinite: rank is lost")),
  norm: derive([reading3], ({ norm }) => formatNumber(norm)),
  kind: derive([reading3], ({ square }) => (square ? structureWords(square) : "not square")),
  columns: derive([reading3], columnSpaceWords),
  lost: derive([reading3], nullSpaceWords),
  note: derive([reading3], (reading) =>
    [turnWords(reading), eigenNote(reading)].filter((text) => text !== "").join(" "),
  ),
};

/** A in numbers; what only a square matrix has is said to be missing, not left out. */
export function SpaceNumbersPanel() {
  const called = useSource(name3);
  return (
    <Panel title={`What ${called} does`}>
      <ReadoutTable label={`Numbers of ${called}`}>
        <Readout label={`det ${called}, signed volume`} value={numbers.det} tone="singular" about="cube" lit={lit} />
        <Readout label="trace" value={numbers.trace} />
        <Readout label="rank" value={numbers.rank} about="column space" lit={lit} />
        <Readout label="eigenvalues λ" value={numbers.eigen} tone="eigen" about="eigen" lit={lit} />
        <Readout label="singular values σ" value={numbers.singular} tone="singular" about="ellipsoid" lit={lit} />
        <Readout label={`condition κ(${called})`} value={numbers.cond} about="ellipsoid" lit={lit} />
        <Readout label="Frobenius norm" value={numbers.norm} />
        <Readout label="kind" value={numbers.kind} />
        <Readout label="column space" value={numbers.columns} about="column space" lit={lit} />
        <Readout label="null space" value={numbers.lost} about="null space" lit={lit} />
      </ReadoutTable>
      <p className={css.note}>
        <LiveText source={numbers.note} />
      </p>
    </Panel>
  );
}
