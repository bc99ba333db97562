import { useLayoutEffect, useRef } from "react";
import { formatNumber } from "../../../scene/formatNumber";
import { MarkLayer } from "../../../scene/MarkLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { RasterLayer } from "../../../scene/RasterLayer";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { LiveText } from "../../../ui/LiveText";
import { Segmented } from "../../../ui/Segmented";
import { attachRowKeys, pickRow } from "../rowKeys";
import { dataset, hovered, kept, model, told } from "../sources";
import overlay from "../views/overlay.module.css";
import { raster, shapes } from "./reconstructionShapes";
import { description, parts, rowAt, size } from "./sources";

const hover = { find: rowAt, onHover: hovered.set, onPick: pickRow };

const attachRows = attachRowKeys(() => parts.get()?.order ?? []);

const notes = derive([parts, told, model, kept, dataset], (now, row, m, k, of) => {
  if (!now || !m || !of) return "";
  if (row >= 0) {
    const rank = now.worst.indexOf(row) + 1;
    return `Row ${row + 1}: Q ${formatNumber(now.q[row] ?? 0)}, number ${rank} of ${now.q.length} in what the components miss.`;
  }
  const lost = m.explainedVariance.slice(k).reduce((sum, value) => sum + value, 0);
  const few =
    now.order.length < of.held ? ` ${now.order.length} of ${of.held.toLocaleString("en-US")} rows are drawn.` : "";
  return `On average a row loses ${formatNumber(lost)}, which is Σλ of the components left out.${few}`;
});

const ORDERS = [
  { value: "worst", label: "Worst rows first" },
  { value: "all", label: "In the table’s order" },
] as const;

/** The table, what the components kept make of it, and what is left. */
export function ReconstructionStage() {
  const surface = useRef<HTMLDivElement>(null);
  const worst = useParameter((s) => s.pca.worstFirst);
  useLayoutEffect(() => (surface.current ? attachPointHover(surface.current, hover) : undefined), []);
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="The table and its reconstruction"
          description={description}
          onResize={size.set}
          panZoom={attachRows}
          under={<RasterLayer raster={raster} />}
        >
          <MarkLayer shapes={shapes} />
        </Stage>
      </div>
      <div className={overlay.tools}>
        <Segmented
          label="Order of the rows"
          value={worst ? "worst" : "all"}
          options={ORDERS}
          onChange={(value) => commit(() => update("pca", { worstFirst: value === "worst" }))}
        />
      </div>
      <LiveText className={overlay.notes} source={notes} />
    </div>
  );
}
