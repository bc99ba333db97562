import { useRef } from "react";
import type { Pca } from "../../../math";
import { derive } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import { commit } from "../../../state/history";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSettled } from "../../../state/useSettled";
import { formatFixed } from "../../../ui/formatNumber";
import { Panel } from "../../../ui/Panel";
import { Select } from "../../../ui/Select";
import { useSource } from "../../../ui/useSource";
import { columnMeasure, MEASURES, type Measure } from "../measures";
import { loading } from "../model";
import { usedNames } from "../plane";
import { features, kept, model } from "../sources";
import { NumberTable } from "./NumberTable";
import css from "./PcaInspector.module.css";

/** A longer table is not read; those of the largest loadings are shown. */
const MOST_ROWS = 100;
const MOST_COLUMNS = 12;

const live = derive([model, source((s) => s.pca.measure)], (m, measure) => ({ m, measure }));

/** Writes the table's numbers in place: each cell says by its place what it is of. */
function paint(box: HTMLElement, { m, measure }: { m: Pca | null; measure: Measure }): void {
  if (!m) return;
  for (const row of box.querySelectorAll<HTMLElement>("tr[data-row]"))
    for (const [k, cell] of [...row.querySelectorAll("data")].entries()) {
      const value = columnMeasure(m, measure, Number(row.dataset.row), k);
      Object.assign(cell, { value: String(value), title: String(value), textContent: formatFixed(value, 2, 1) });
    }
}

/** One row for each feature and one column for each component kept, by the measure that is chosen. */
export function Loadings() {
  const m = useSettled(model);
  const names = useSource(features);
  const most = useSource(kept);
  const measure = useParameter((s) => s.pca.measure);
  const box = useRef<HTMLDivElement>(null);
  usePaint(box, live, paint);
  if (!m) return null;
  const used = usedNames(m, names);
  const columns = Math.min(most, MOST_COLUMNS);
  const shown = rowsOf(m, used.length, columns);
  return (
    <Panel title="Loadings">
      <Select
        label="Measure of the features"
        hideLabel
        value={measure}
        options={MEASURES}
        onChange={(value) => commit(() => update("pca", { measure: value }))}
      />
      <div ref={box} className={css.narrow}>
        <NumberTable
          caption="Loadings of each feature"
          columns={["feature", ...Array.from({ length: columns }, (_, k) => `PC${k + 1}`)]}
          rows={shown.map((j) => ({
            name: used[j] ?? "",
            at: j,
            cells: Array.from({ length: columns }, (_, k) => {
              const value = columnMeasure(m, measure, j, k);
              return { value, text: formatFixed(value, 2, 1) };
            }),
          }))}
        />
      </div>
      <p className={css.note}>{MEASURES.find(({ value }) => value === measure)?.note}</p>
      {shown.length < used.length && (
        <p className={css.note}>
          {MOST_ROWS} of {used.length} features: those of the largest loadings.
        </p>
      )}
      {columns < most && <p className={css.note}>The first {MOST_COLUMNS} components kept.</p>}
    </Panel>
  );
}

/** All features, or those of the largest loadings on the components shown, in their order. */
function rowsOf(m: Pca, features: number, columns: number): readonly number[] {
  const all = Array.from({ length: features }, (_, j) => j);
  if (features <= MOST_ROWS) return all;
  const size = (j: number) => Math.hypot(...Array.from({ length: columns }, (_, k) => loading(m, j, k)));
  return all
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST_ROWS)
    .sort((a, b) => a - b);
}
