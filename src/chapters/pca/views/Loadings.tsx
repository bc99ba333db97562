import type { Pca } from "../../../math";
import { formatFixed } from "../../../ui/formatNumber";
import { useSource } from "../../../ui/useSource";
import { loading } from "../model";
import { usedNames } from "../plane";
import { features } from "../sources";
import { NumberTable } from "./NumberTable";
import css from "./PcaInspector.module.css";

/** A longer table is not read; those of the largest loadings are shown. */
const MOST_ROWS = 100;
const MOST_COLUMNS = 12;

/** V, one row for each feature and one column for each component kept. */
export function Loadings({ model, kept }: { readonly model: Pca; readonly kept: number }) {
  const names = usedNames(model, useSource(features));
  const columns = Math.min(kept, MOST_COLUMNS);
  const size = (j: number) => Math.hypot(...Array.from({ length: columns }, (_, k) => loading(model, j, k)));
  const all = [...names.keys()];
  const shown =
    all.length <= MOST_ROWS
      ? all
      : all
          .sort((a, b) => size(b) - size(a))
          .slice(0, MOST_ROWS)
          .sort((a, b) => a - b);
  return (
    <>
      <NumberTable
        caption="Loadings of each feature"
        columns={["feature", ...Array.from({ length: columns }, (_, k) => `PC${k + 1}`)]}
        rows={shown.map((j) => ({
          name: names[j] ?? "",
          cells: Array.from({ length: columns }, (_, k) => {
            const value = loading(model, j, k);
            return { value, text: formatFixed(value, 2, 1) };
          }),
        }))}
      />
      {shown.length < names.length && (
        <p className={css.note}>
          {MOST_ROWS} of {names.length} features: those of the largest loadings.
        </p>
      )}
      {columns < kept && <p className={css.note}>The first {MOST_COLUMNS} components kept.</p>}
    </>
  );
}
