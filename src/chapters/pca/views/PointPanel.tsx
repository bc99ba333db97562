import { X } from "lucide-react";
import type { Pca } from "../../../math";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSettled } from "../../../state/useSettled";
import { IconButton } from "../../../ui/Button";
import { NumberField } from "../../../ui/NumberField";
import { Panel } from "../../../ui/Panel";
import { useSource } from "../../../ui/useSource";
import { rowMeasures } from "../measures";
import { percent } from "../plane";
import { readPoint } from "../pointReading";
import { colour, dataset, features, pinned, rows } from "../sources";
import { NumberTable } from "./NumberTable";
import css from "./PcaInspector.module.css";

const point = source((s) => s.pca.point);
const held = derive([rows], (x) => x.rows);
const whole = (value: number) => (value < 1 ? "none" : String(value));
const MOST_SCORES = 10;

/** The card of a row by its number: what hovering does for the pointer, for the keyboard. */
export function PointPanel({ model }: { readonly model: Pca }) {
  const row = useSettled(pinned);
  const most = useSource(held);
  return (
    <Panel title="Point">
      <div className={css.row}>
        <span>Row, 1 to {most}</span>
        <span className={css.row}>
          {row >= 0 && (
            <IconButton label="Close the point" onClick={() => commit(() => update("pca", { point: 0 }))}>
              <X size={15} aria-hidden />
            </IconButton>
          )}
          <span className={css.field}>
            <NumberField
              label="Row of the point"
              value={point.get()}
              source={point}
              step={1}
              min={0}
              max={most}
              format={whole}
              onChange={(value) => {
                beginGesture();
                update("pca", { point: Math.round(value) });
              }}
              onCommit={endGesture}
            />
          </span>
        </span>
      </div>
      {row >= 0 ? (
        <Values row={row} model={model} />
      ) : (
        <p className={css.note}>Hover or press a point, or give its row here; arrow keys go from row to row.</p>
      )}
    </Panel>
  );
}

function Values({ row, model }: { readonly row: number; readonly model: Pca }) {
  const [of, classes, x, names] = [useSettled(dataset), useSettled(colour), useSettled(rows), useSettled(features)];
  const divisor = useParameter((s) => s.pca.divisor);
  const centred = useParameter((s) => s.pca.centre);
  if (!of) return null;
  const { title, code, labels, values } = readPoint(of, classes, model, x, names, row);
  const words = [title, ...(classes ? [classes.levels[code] ?? "no class"] : []), ...labels].join(", ");
  return (
    <>
      <p className={css.note}>{words}</p>
      <NumberTable
        caption={`Values and scores of row ${row + 1}`}
        columns={["column", "value"]}
        rows={[...values.map(({ name, value }) => ({ name, cells: [{ value }] }))]}
      />
      <NumberTable
        caption={`How row ${row + 1} stands to each component`}
        columns={["component", "score", "cos²", "contribution"]}
        rows={rowMeasures(model, x, row, of.rows, divisor)
          .slice(0, MOST_SCORES)
          .map(({ score, cos2, contribution }, k) => ({
            name: `PC${k + 1}`,
            cells: [
              { value: score },
              { value: cos2, text: percent(cos2) },
              { value: contribution, text: percent(contribution) },
            ],
          }))}
      />
      <p className={css.note}>
        cos² is the part of the row’s distance from the {centred ? "mean" : "origin"} that lies along the component; the
        contribution is the row’s part of the component’s variance, on average {percent(1 / of.rows)}.
      </p>
    </>
  );
}
