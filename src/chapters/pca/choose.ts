/** Which rows are meant: by a region on the stage, by class, by a press. */
import { type Choosing, combineRows, packRows } from "../../data/selection";
import type { Vec2 } from "../../math";
import { cell } from "../../scene/source";
import type { StrokeKeys } from "../../scene/strokeGesture";
import { selection } from "../../state/derived";
import { beginGesture, cancelGesture, commit, endGesture } from "../../state/history";
import { store, update } from "../../state/store";
import { colour, rows, tool } from "./sources";
import type { Surface } from "./surface";

/** Beyond this the choice is made when the region is closed, and not while it is drawn. */
const LIVE_ROWS = 20_000;
/** Pixels between the corners of a lasso: nearer ones cost time and show nothing. */
const STEP = 3;

interface Region {
  readonly surface: Surface;
  /** Corners in pixels of the stage. */
  readonly outline: readonly Vec2[];
  readonly how: Choosing;
  readonly before: Uint8Array | null;
}

/** What is being drawn; null when nothing is. */
export const region = cell<Region | null>(null);

const howOf = ({ shift, alt }: StrokeKeys): Choosing => (alt ? "remove" : shift ? "add" : "replace");

export function beginRegion(surface: Surface, at: Vec2, keys: StrokeKeys): void {
  beginGesture();
  region.set({ surface, outline: [at], how: howOf(keys), before: selection(store.getState()) });
}

export function extendRegion(at: Vec2): void {
  const now = region.get();
  if (!now) return;
  const [first = at] = now.outline;
  const last = now.outline.at(-1) ?? at;
  if (tool.get() === "box") region.set({ ...now, outline: [first, [at[0], first[1]], at, [first[0], at[1]]] });
  else if (Math.hypot(at[0] - last[0], at[1] - last[1]) >= STEP) region.set({ ...now, outline: [...now.outline, at] });
  if (rows.get().rows <= LIVE_ROWS) apply();
}

/** A press that went nowhere means no region: no row in particular is meant any more, unless it was to add or to take away. */
export function closeRegion(still: boolean): void {
  const now = region.get();
  if (now && !still) apply();
  else if (now?.how === "replace") setRows(new Uint8Array(0));
  region.set(null);
  endGesture();
}

export function dropRegion(): void {
  region.set(null);
  cancelGesture();
}

function apply(): void {
  const now = region.get();
  if (!now) return;
  const inside = now.surface.inside(now.outline);
  setRows(combineRows(now.before, ofRows(inside, rows.get().rows), now.how));
}

/** A picture may show each row more than once, set after set; a row is inside where one of its points is. */
function ofRows(inside: Uint8Array, n: number): Uint8Array {
  if (inside.length === n) return inside;
  const mask = new Uint8Array(n);
  for (let k = 0; k < inside.length; k++) mask[k % n] = (mask[k % n] as number) | (inside[k] as number);
  return mask;
}

const setRows = (mask: Uint8Array) => update("data", { selected: packRows(mask) });

/** All rows of a class, or of none (−1); once more lets them go. */
export function chooseClass(code: number, how: Choosing): void {
  const codes = colour.get()?.codes;
  if (!codes) return;
  const mask = Uint8Array.from(codes, (k) => Number(k === code));
  const former = selection(store.getState());
  const only = former?.every((meant, row) => meant === mask[row]) ?? false;
  commit(() => setRows(only && how === "replace" ? new Uint8Array(0) : combineRows(former, mask, how)));
}

export const clearRows = (): void => commit(() => setRows(new Uint8Array(0)));

export function invertRows(): void {
  const former = selection(store.getState());
  commit(() => setRows(Uint8Array.from({ length: rows.get().rows }, (_, row) => 1 - (former?.[row] ?? 0))));
}
