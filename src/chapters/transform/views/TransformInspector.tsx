import { lazy, Suspense } from "react";
import type { Mat2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Chip, ChipRow } from "../../../ui/Button";
import { LiveText } from "../../../ui/LiveText";
import { MatrixField } from "../../../ui/MatrixField";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { Switch } from "../../../ui/Switch";
import { useSource } from "../../../ui/useSource";
import { eigenNote, eigenWords, PRESETS } from "../model";
import { matrix, reading, setMatrix, x } from "../sources";
import css from "./TransformInspector.module.css";

/** Its list boxes are a third of the first load, and nobody opens one before the picture is there. */
const DatasetColumns = lazy(() => import("./DatasetColumns"));

const LIMIT = 1e12;
const numbers = {
  det: derive([reading], ({ det, scale }) => formatNumber(det, scale * scale)),
  trace: derive([reading], ({ trace, scale }) => formatNumber(trace, scale)),
  rank: derive([reading], ({ rank }) => String(rank)),
  eigen: derive([reading], eigenWords),
  note: derive([reading], eigenNote),
  singular: derive([reading], ({ singular, scale }) => singular.map((s) => formatNumber(s, scale)).join(", ")),
  cond: derive([reading], ({ cond }) => (Number.isFinite(cond) ? formatNumber(cond) : "infinite: singular")),
};
const invertible = derive([reading], ({ rank }) => rank === 2);

const SHOWN = [
  ["showGrid", "Grid"],
  ["showCircle", "Unit circle → ellipse"],
  ["showEigen", "Eigenvectors"],
  ["showArea", "Area"],
  ["showData", "Dataset"],
] as const;

export function TransformInspector() {
  const canInvert = useSource(invertible);
  // Only the switches: the numbers follow their sources, so a drag renders nothing here.
  const showGrid = useParameter((s) => s.transform.showGrid);
  const showCircle = useParameter((s) => s.transform.showCircle);
  const showEigen = useParameter((s) => s.transform.showEigen);
  const showArea = useParameter((s) => s.transform.showArea);
  const showInverse = useParameter((s) => s.transform.showInverse);
  const showData = useParameter((s) => s.transform.showData);
  const shown = { showGrid, showCircle, showEigen, showArea, showData };
  return (
    <>
      <Panel title="Matrix A">
        <MatrixField
          name="A"
          rows={2}
          cols={2}
          values={matrix.get()}
          source={matrix}
          tones={["basis-i", "basis-j"]}
          min={-LIMIT}
          max={LIMIT}
          onChange={(k, value) => setMatrix(matrix.get().map((v, i) => (i === k ? value : v)) as unknown as Mat2)}
          onCommit={endGesture}
        />
        <ChipRow label="Presets">
          {PRESETS.map(({ name, matrix: preset }) => (
            <Chip key={name} onClick={() => commit(() => update("transform", { matrix: preset, progress: 1 }))}>
              {name}
            </Chip>
          ))}
        </ChipRow>
      </Panel>
      <Panel title="Vector x">
        <MatrixField
          name="x"
          rows={2}
          cols={1}
          values={x.get()}
          source={x}
          min={-LIMIT}
          max={LIMIT}
          onChange={(k, value) => {
            beginGesture();
            update("transform", { x: k === 0 ? [value, x.get()[1]] : [x.get()[0], value] });
          }}
          onCommit={endGesture}
        />
      </Panel>
      <Panel title="What A does">
        <ReadoutTable label="Numbers of A">
          <Readout label="det A, signed area" value={numbers.det} tone="singular" />
          <Readout label="trace" value={numbers.trace} />
          <Readout label="rank" value={numbers.rank} />
          <Readout label="eigenvalues λ" value={numbers.eigen} tone="eigen" />
          <Readout label="singular values σ" value={numbers.singular} />
          <Readout label="condition κ(A)" value={numbers.cond} />
        </ReadoutTable>
        <p className={css.note}>
          <LiveText source={numbers.note} />
        </p>
      </Panel>
      <Panel title="Show">
        {SHOWN.map(([name, label]) => (
          <Switch
            key={name}
            label={label}
            checked={shown[name]}
            onChange={(on) => commit(() => update("transform", { [name]: on }))}
          />
        ))}
        <Switch
          label="Inverse"
          checked={showInverse && canInvert}
          disabled={!canInvert}
          note={canInvert ? undefined : "A is singular: what it flattens cannot be undone."}
          onChange={(on) => commit(() => update("transform", { showInverse: on }))}
        />
      </Panel>
      {showData && (
        <Suspense>
          <DatasetColumns />
        </Suspense>
      )}
    </>
  );
}
