/** What stands along the three axes, in words and in the numbers that they read. */
import type { Vec3 } from "../../../math";
import { derive } from "../../../scene/source";
import { percent } from "../plane";
import { model, plane, which } from "../sources";
import { depth, trio, turn, way3 } from "./sources";

const ratio = (all: ArrayLike<number>, k: number) => `PC${k + 1} (${percent(all[k] ?? 0)})`;

/** Names of the axes; none while the picture is on its way, for nothing has a name then. */
export const titles3 = derive(
  [which, model, plane, depth, trio, turn, way3],
  (view, m, p, z, ks, t, way): readonly string[] => {
    if (!m) return [];
    if (view !== "original") return ks ? ks.map((k) => ratio(m.explainedVarianceRatio, k)) : [];
    if (t <= 0 || !way) return p && z ? [...p.titles, z.titles[1]] : [];
    if (t < 1) return [];
    return (ks ?? []).map(
      (k, axis) => ratio(m.explainedVarianceRatio, k) + (way.mirrored && axis === 2 ? ", turned round" : ""),
    );
  },
);

const ZERO: Vec3 = [0, 0, 0];
/** What an axis reads at the anchor. */
export const offset3 = derive(
  [which, plane, depth, turn],
  (view, p, z, t): Vec3 => (view === "original" && t <= 0 && p && z ? [p.anchor[0], p.anchor[1], z.anchor[1]] : ZERO),
);
