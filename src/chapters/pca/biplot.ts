/** Loading arrows over scores: one common factor makes them as long as the points reach, and is stated. */
import type { Pca, Vec2 } from "../../math";
import { loading } from "./model";

/** More arrows than this are a blot; the longest are drawn, and the first few of those named. */
const MOST_ARROWS = 60;
const MOST_NAMED = 12;

export interface LoadingArrow {
  /** Used column. */
  readonly feature: number;
  readonly tip: Vec2;
  readonly named: boolean;
}

export interface Biplot {
  /** What the loadings are multiplied by. */
  readonly factor: number;
  /** Longest first. */
  readonly arrows: readonly LoadingArrow[];
}

/** The arrows of the features on components `x` and `y`, scaled to `reach`, the largest distance of a score from the origin. */
export function biplotOf(model: Pca, [x, y]: readonly [number, number | null], reach: number): Biplot {
  const all = Array.from(model.columns, (_, feature) => {
    const tip: Vec2 = [loading(model, feature, x), y === null ? 0 : loading(model, feature, y)];
    return { feature, tip, length: Math.hypot(tip[0], tip[1]) };
  }).sort((a, b) => b.length - a.length);
  const longest = all[0]?.length ?? 0;
  const factor = longest > 0 && reach > 0 ? Number((reach / longest).toPrecision(2)) : 1;
  return {
    factor,
    arrows: all.slice(0, MOST_ARROWS).map(({ feature, tip }, at) => ({
      feature,
      tip: [factor * tip[0], factor * tip[1]],
      named: at < MOST_NAMED,
    })),
  };
}

/** The largest distance of a point from the origin. */
export function reachOf(xy: Float32Array): number {
  let most = 0;
  for (let i = 0; i < xy.length; i += 2) most = Math.max(most, Math.hypot(xy[i] as number, xy[i + 1] as number));
  return Number.isFinite(most) ? most : 0;
}
