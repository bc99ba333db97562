import { listen } from "../../scene/listen";
import { commit } from "../../state/history";
import { update } from "../../state/store";
import { pinned } from "./sources";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrow keys on a stage go from row to row in the picture's order; the row that is reached stays chosen. */
export const attachRowKeys = (order: () => readonly number[]) => (svg: SVGSVGElement) =>
  listen(svg, {
    keydown(event) {
      const step = STEPS[event.key];
      const rows = order();
      if (step === undefined || event.target !== svg || rows.length === 0) return;
      event.preventDefault();
      const place = rows.indexOf(pinned.get());
      const next = place < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, place + step));
      commit(() => update("pca", { point: (rows[next] as number) + 1 }));
    },
  });

/** A press on a row keeps it; a second one, or one beside all rows, lets it go. */
export const pickRow = (row: number) =>
  commit(() => update("pca", { point: row < 0 || row === pinned.get() ? 0 : row + 1 }));
