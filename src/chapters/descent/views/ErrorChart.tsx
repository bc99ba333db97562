import type { Vec2 } from "../../../math";
import { MarkLayer } from "../../../scene/MarkLayer";
import { type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { derive } from "../../../scene/source";
import { pointOf } from "../model";
import { bowl, step, steps } from "../sources";
import { along } from "../valley";
import css from "./DescentCharts.module.css";
import { curveTo, logAxis, logScale, scalesOf, WIDTH } from "./logChart";

const HEIGHT = 120;
/** Below this part of the whole error an eigenvector's share is rounding of the other's. */
const ROUNDING = 1e-13;
const error = (k: 0 | 1) =>
  derive([bowl, steps], (valley, run) => {
    const shares = run.map((at) => along(valley, pointOf(at)));
    const lost = shares.findIndex((share) => Math.abs(share[k]) < ROUNDING * Math.hypot(...share));
    return shares.slice(0, lost < 0 ? undefined : lost).map((share) => Math.abs(share[k]));
  });
const errors = [error(0), error(1)] as const;
const scale = derive(errors, (a, b) => logScale([...a, ...b], Math.max(a[0] ?? 0, b[0] ?? 0), HEIGHT));
const curves = derive([scale, errors[0], errors[1], step], (s, steep, gentle, k) =>
  [steep, gentle].flatMap((all, i) => {
    const dash = i === 0 ? undefined : [5, 3];
    return curveTo(s, all, k, { name: `v${i + 1}`, tone: "eigen", width: 2, dash });
  }),
);
const names = derive([scale, errors[0], errors[1]], (s, ...both) => {
  const { x, y } = scalesOf(s);
  const labels = both.flatMap((all, i): Label[] => {
    // At different steps, so that the names stand apart even where the lines do not.
    const at = Math.floor((all.length - 1) * (i === 0 ? 0.92 : 0.6));
    const near: Vec2 = [x(at), y(all[at] ?? 0)];
    return at < 1 ? [] : [{ name: `v${i + 1}`, text: `v${"₁₂"[i]}`, tone: "eigen", near, toward: [0.1, -1], size: 13 }];
  });
  return placeLabels(labels, [], { width: WIDTH, height: HEIGHT });
});
const shapes = derive([scale, curves, names], (s, ...parts) => [...logAxis(s), ...parts.flat()]);

/** |vᵢᵀ(w − w*)| against the step: the two eigenvectors' errors, which a step never mixes in gradient descent. */
export function ErrorChart() {
  return (
    <figure className={css.chart}>
      <figcaption>Error along v₁ and v₂, log axis</figcaption>
      <svg
        viewBox={`-6 -8 ${WIDTH + 8} ${HEIGHT + 30}`}
        role="img"
        aria-label="Error along each eigenvector against step, logarithmic"
      >
        <MarkLayer shapes={shapes} />
      </svg>
    </figure>
  );
}
