import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { derive } from "../../../scene/source";
import { pointOf } from "../model";
import { bowl, step, steps } from "../sources";
import { along } from "../valley";
import css from "./DescentCharts.module.css";
import { LogAxis, logAxis } from "./LogAxis";
import { curveOf, logScale, markerOf, place, WIDTH } from "./logChart";

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
const axis = logAxis(scale);
const lines = errors.map((error, k) => ({
  name: k === 0 ? "steep" : "gentle",
  curve: derive([scale, error], curveOf),
  marker: derive([scale, error, step], markerOf),
  label: derive([scale, error], (s, all): LabelPlace => {
    // At different steps, so that the names stand apart even where the lines do not.
    const at = Math.floor((all.length - 1) * (k === 0 ? 0.92 : 0.6));
    if (at < 1) return { text: "", at: null };
    const [x, y] = place(s, at, all[at] ?? 0);
    return { text: `v${"₁₂"[k]}`, at: [x, Math.max(8, y - 9)] };
  }),
}));

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
        <LogAxis axis={axis} height={HEIGHT} />
        {lines.map(({ name, curve, marker, label }) => (
          <g key={name} className={css[name]}>
            <PathMark d={curve} className={css.error} />
            <PathMark d={marker} className={css.errorMarker} />
            <LabelMark place={label} className={css.errorName} />
          </g>
        ))}
      </svg>
    </figure>
  );
}
