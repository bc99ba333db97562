/** Moving a point: the hand changes the row, and the components follow. */
import { type Edit, editCell } from "../../data/edits";
import { alignTo, type Matrix, type Pca, type Vec2 } from "../../math";
import { cell, derive } from "../../scene/source";
import { spanOf, toWorld } from "../../scene/view2d";
import { beginGesture, cancelGesture, endGesture } from "../../state/history";
import { MOST_EDITS, type Parameters } from "../../state/parameters";
import { store, update } from "../../state/store";
import { notify } from "../../ui/notify";
import { movedInFrame, movedInPlane, type RowChange } from "./movedRow";
import { dataset, features, model, outcome, pair, pinned, plane, rows, still, tool, view, which } from "./sources";
import { componentFrame } from "./space/frames";
import type { PointHand } from "./surface";

/** The row in the hand and its values as they were; null between drags. */
export const dragged = cell<{ readonly row: number; readonly before: Float64Array } | null>(null);

/** Takes hold of a row. The components stay as they are until it is let go where the picture is made of them; `held` is what else is kept. */
export function takeRow(row: number, held: Partial<Parameters["pca"]>): void {
  beginGesture();
  const x = rows.get();
  if (!onFeatures()) still.outcome.set(outcome.get());
  dragged.set({ row, before: x.data.slice(row * x.cols, (row + 1) * x.cols) });
  update("pca", { point: row + 1, ...held });
}

/** Changes the row that was taken. */
export function moveRow(change: (model: Pca, x: Matrix, row: number) => RowChange): void {
  const hand = dragged.get();
  const m = model.get();
  if (!hand || !m) return;
  changeRow(hand.row, change(m, rows.get(), hand.row));
  if (onFeatures()) keepSigns(m.components);
}

/** Whether the axes are features, which stay where they are while the components follow. */
const onFeatures = () => which.get() === "original" && store.getState().pca.turn === 0;

/** Takes hold of a row's point in the plane, whose view stays as it is. */
export function takePoint(row: number): void {
  const now = view.get();
  still.view.set(now);
  const [featureX, featureY] = plane.get()?.names ?? ["", ""];
  // The axes are named, since a point may be carried to where another feature varies most.
  takeRow(row, { middle: now.centre, span: spanOf(now), featureX, featureY });
}

/** Moves the point that was taken in the plane. */
export function movePoint(to: Vec2): void {
  const p = plane.get();
  if (!p) return;
  const ks = pair.get().filter((k) => k !== null);
  moveRow((m, x, row) => (onFeatures() ? movedInPlane(p, m, to) : movedInFrame(m, x, row, componentFrame(m, ks), to)));
}

/** The plane's own hand: pixels of the stage. */
export const planeHand: PointHand = { take: takePoint, move: (pixel) => movePoint(toWorld(view.get(), pixel)) };

/** The row whose point is a handle, −1 for none. */
export const handled = derive([tool, pinned], (now, row) => (now === "drag" ? row : -1));

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
  still.extent.set(null);
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
function keepSigns(former: Matrix): void {
  const now = model.get();
  if (!now) return;
  const signs = alignTo(former, now.components);
  const turned = [...signs.keys()].filter((k) => (signs[k] as number) < 0);
  if (turned.length === 0) return;
  const flipped = new Set(store.getState().pca.flipped);
  for (const k of turned) if (!flipped.delete(k)) flipped.add(k);
  update("pca", { flipped: [...flipped].sort((a, b) => a - b) });
}
