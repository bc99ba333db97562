import { formatNumber } from "../../../scene/formatNumber";
import { useSettled } from "../../../state/useSettled";
import { Panel } from "../../../ui/Panel";
import { keptShare, type Outcome, totalVariance } from "../model";
import { percent } from "../plane";
import { rowsWords, wayWords } from "../sentence";
import { dataset } from "../sources";
import { NumberTable } from "./NumberTable";
import css from "./PcaInspector.module.css";

/** Components in the table at most; the rest is in the export. */
const MOST_ROWS = 100;

/** λ and its share for every component, with all digits, and how they were come by. */
export function NumbersPanel({ outcome }: { readonly outcome: Outcome & { readonly kind: "found" } }) {
  const of = useSettled(dataset);
  const { pca } = outcome;
  const total = totalVariance(pca);
  return (
    <Panel title="Eigenvalues">
      <NumberTable
        caption="Explained variance"
        columns={["component", "λ", "share", "so far"]}
        rows={Array.from(pca.explainedVariance.subarray(0, MOST_ROWS), (value, k) => {
          const ratio = pca.explainedVarianceRatio[k] as number;
          const sum = keptShare(pca, k + 1);
          return {
            name: `PC${k + 1}`,
            cells: [
              { value, text: formatNumber(value, total) },
              { value: ratio, text: percent(ratio) },
              { value: sum, text: percent(sum) },
            ],
          };
        })}
      />
      <div className={css.row}>
        <span>Total variance Σλ</span>
        <data value={String(total)} title={String(total)}>
          {formatNumber(total)}
        </data>
      </div>
      {pca.explainedVariance.length > MOST_ROWS && (
        <p className={css.note}>
          The first {MOST_ROWS} of {pca.explainedVariance.length}; ‘Components as CSV’ under Export has them all.
        </p>
      )}
      {of && <p className={css.note}>{rowsWords(of)}</p>}
      <p className={css.note}>{wayWords(outcome)}</p>
    </Panel>
  );
}
