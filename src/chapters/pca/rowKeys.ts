import { listen } from "../../scene/listen";
import { commit } from "../../state/history";
import { update } from "../../state/store";
import { pinned } from "./sources";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrow keys on a stage go from row to row of the table; the row that is reached stays chosen. */
export const attachRowKeys = (rows: () => number) => (svg: SVGSVGElement) =>
  listen(svg, {
    keydown(event) {
      const step = STEPS[event.key];
      const most = rows() - 1;
      if (step === undefined || event.target !== svg || most < 0) return;
      event.preventDefault();
      const now = pinned.get();
      const next = now < 0 ? 0 : Math.max(0, Math.min(most, now + step));
      commit(() => update("pca", { point: next + 1 }));
    },
  });

/** A press on a row keeps it; a second one, or one beside all rows, lets it go. */
export const pickRow = (row: number) =>
  commit(() => update("pca", { point: row < 0 || row === pinned.get() ? 0 : row + 1 }));
