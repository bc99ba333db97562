import type { Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { discPath, drawable } from "./pathData";

/** Discs of one radius about pixels, as one path: markers, iterates, test rows. Filled where the look has an inside. */
export const dots = (at: readonly Vec2[], radius: number, look: Look): PathShape =>
  pathShape(at.map((pixel) => discPath(pixel, radius)).join(""), look);

/** A disc of the paper's colour with a coloured rim: where something stands now. */
export const marker = (at: Vec2, radius: number, look: Look): PathShape => ({
  ...pathShape(discPath(at, radius), { width: 2.5, ...look }),
  fill: "surface",
  fillOpacity: 1,
});

/** A plus sign: a mean, a minimum. */
export const cross = ([x, y]: Vec2, reach: number, look: Look): PathShape =>
  pathShape(
    drawable([[x, y]])
      ? `M${(x - reach).toFixed(1)} ${y.toFixed(1)}h${2 * reach}M${x.toFixed(1)} ${(y - reach).toFixed(1)}v${2 * reach}`
      : "",
    look,
  );
