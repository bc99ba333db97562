/** Moving a point: the hand changes the row, and the components follow. */
import { type Edit, editCell } from "../../data/edits";
import { alignTo, type Vec2 } from "../../math";
import { cell } from "../../scene/source";
import { spanOf } from "../../scene/view2d";
import { beginGesture, cancelGesture, endGesture } from "../../state/history";
import { MOST_EDITS } from "../../state/parameters";
import { store, update } from "../../state/store";
import { notify } from "../../ui/notify";
import { movedInPlane, movedInScores, type RowChange } from "./movedRow";
import { dataset, features, model, outcome, pair, plane, rows, still, view, which } from "./sources";

/** The row in the hand and its values as they were; null between drags. */
export const dragged = cell<{ readonly row: number; readonly before: Float64Array } | null>(null);

/** Takes hold of a row's point. The view stays as it is, and among the scores the components do until the point is let go. */
export function takePoint(row: number): void {
  beginGesture();
  const x = rows.get();
  const now = view.get();
  still.view.set(now);
  if (which.get() !== "original") still.outcome.set(outcome.get());
  dragged.set({ row, before: x.data.slice(row * x.cols, (row + 1) * x.cols) });
  const [featureX, featureY] = plane.get()?.names ?? ["", ""];
  // The axes are named, since a point may be carried to where another feature varies most.
  update("pca", { point: row + 1, middle: now.centre, span: spanOf(now), featureX, featureY });
}

/** Moves the point that was taken. */
export function movePoint(to: Vec2): void {
  const hand = dragged.get();
  const m = model.get();
  const p = plane.get();
  if (!hand || !m || !p) return;
  const original = which.get() === "original";
  changeRow(hand.row, original ? movedInPlane(p, m, to) : movedInScores(m, rows.get(), hand.row, pair.get(), to));
  if (original) keepSigns(m.components);
}

export function letGo(): void {
  const before = still.outcome.get();
  release();
  if (before?.kind === "found") keepSigns(before.pca.components);
  endGesture();
}

export function giveUp(): void {
  release();
  cancelGesture();
}

function release(): void {
  dragged.set(null);
  still.view.set(null);
  still.outcome.set(null);
}

function changeRow(row: number, change: RowChange): void {
  const columns = dataset.get()?.columns ?? [];
  const names = features.get();
  const next = change.reduce((edits: readonly Edit[], [feature, value]) => {
    const at = columns.findIndex(({ kind, name }) => kind === "number" && name === names[feature]);
    return at < 0 ? edits : editCell(edits, row, at, value);
  }, store.getState().data.edits);
  if (next.length <= MOST_EDITS) update("data", { edits: next });
  else
    notify({
      title: `${MOST_EDITS.toLocaleString("en-US")} changed cells are as many as are kept.`,
      text: "Undo some of them, or export the table and open it again.",
      kind: "warn",
    });
}

/** Components that would turn round on the way from the former ones are turned back. */
function keepSigns(former: Parameters<typeof alignTo>[0]): void {
  const now = model.get();
  if (!now) return;
  const signs = alignTo(former, now.components);
  const turned = [...signs.keys()].filter((k) => (signs[k] as number) < 0);
  if (turned.length === 0) return;
  const flipped = new Set(store.getState().pca.flipped);
  for (const k of turned) if (!flipped.delete(k)) flipped.add(k);
  update("pca", { flipped: [...flipped].sort((a, b) => a - b) });
}
