/** Loading arrows over scores in space: one common factor makes them as long as the points reach, and is stated. */
import type { Matrix, Pca, Vec3 } from "../../../math";

/** More arrows than this are a blot; the longest are drawn, and the first few of those named. */
const MOST_ARROWS = 60;
const MOST_NAMED = 12;
/** The longest loading arrow, as a part of the farthest score. */
const ARROW_PART = 0.8;

export interface Biplot3 {
  /** What the loadings are multiplied by. */
  readonly factor: number;
  /** Longest first. */
  readonly arrows: readonly { readonly feature: number; readonly tip: Vec3; readonly named: boolean }[];
}

/** The arrows of the features on the three components of `frame`, over scores x₀ y₀ z₀ x₁ … */
export function biplot3(model: Pca, frame: Matrix, xyz: Float32Array): Biplot3 {
  let reach = 0;
  for (let i = 0; i + 2 < xyz.length; i += 3)
    reach = Math.max(reach, Math.hypot(xyz[i] as number, xyz[i + 1] as number, xyz[i + 2] as number));
  const all = Array.from(model.columns, (_, feature) => {
    const tip = [0, 1, 2].map((c) => frame.data[feature * 3 + c] ?? 0) as unknown as Vec3;
    return { feature, tip, length: Math.hypot(...tip) };
  }).sort((a, b) => b.length - a.length);
  const longest = all[0]?.length ?? 0;
  const factor = longest > 0 && reach > 0 ? Number(((ARROW_PART * reach) / longest).toPrecision(2)) : 1;
  return {
    factor,
    arrows: all.slice(0, MOST_ARROWS).map(({ feature, tip }, at) => ({
      feature,
      tip: tip.map((part) => factor * part) as unknown as Vec3,
      named: at < MOST_NAMED,
    })),
  };
}
