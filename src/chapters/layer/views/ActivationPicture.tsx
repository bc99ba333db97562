import { activations, type Vec2 } from "../../../math";
import { MarkLayer } from "../../../scene/MarkLayer";
import { type Bar, bars, histogram } from "../../../scene/marks/bars";
import { curve, type Scales } from "../../../scene/marks/curve";
import { marker } from "../../../scene/marks/dots";
import { pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { carry, isFlat } from "../model";
import { layer, xy, z } from "../sources";
import css from "./ActivationPicture.module.css";

const WIDTH = 116;
const CURVE = 56;
const BARS = 32;
const GAP = 6;
const BINS = 29;
const SAMPLES = 87;

const inputsOfUnits = derive([layer, xy], (l, points) => carry(l, 2, points, new Float64Array(points.length)));
/** One range for both units, wide enough for nearly all of Wx + b. */
const reach = derive([inputsOfUnits], (all) => {
  let most = 3;
  for (let i = 0; i < all.length; i++) most = Math.max(most, Math.min(10, Math.abs(all[i] ?? 0)));
  return most;
});

function unitShapes(k: 0 | 1): Source<readonly Shape[]> {
  /** σ against Wx + b, in pixels of the upper part. */
  const graph = derive([layer, reach], ({ activation }, r) => {
    const { value } = activations[activation];
    const points = Array.from({ length: SAMPLES + 1 }, (_, i): Vec2 => {
      const at = -r + (2 * r * i) / SAMPLES;
      return [at, value(at)];
    });
    const low = Math.min(0, ...points.map(([, v]) => v));
    const high = Math.max(...points.map(([, v]) => v), low + 1e-9);
    const scales: Scales = {
      x: (v) => ((v + r) / (2 * r)) * WIDTH,
      y: (v) => CURVE - 3 - ((v - low) / (high - low)) * (CURVE - 6),
    };
    return { points, scales };
  });
  const line = derive([graph], ({ points, scales }): readonly Shape[] => [
    pathShape(`M0 ${scales.y(0).toFixed(1)}h${WIDTH}M${WIDTH / 2} 0v${CURVE}`, {
      name: "zero",
      tone: "line",
      width: 1,
    }),
    curve(scales, points, { name: "sigma", tone: "ink", width: 2 }),
  ]);
  const spread = derive([inputsOfUnits, reach, layer], (all, r, { activation }): readonly Shape[] => {
    const own = Float64Array.from({ length: all.length >> 1 }, (_, i) => all[2 * i + k] ?? 0);
    const counts = histogram(own, -r, r, BINS);
    const most = Math.max(1, ...counts.map(({ value }) => value));
    const scales: Scales = {
      x: (v) => ((v + r) / (2 * r)) * WIDTH,
      // A bar of a single point is still seen.
      y: (v) => CURVE + GAP + BARS - (v === 0 ? 0 : Math.max(1, (v / most) * BARS)),
    };
    const isAlive = ({ from, to }: Bar) => !isFlat(activation, (from + to) / 2);
    const [alive, flat] = [counts.filter(isAlive), counts.filter((bar) => !isAlive(bar))];
    return [
      bars(scales, alive, { name: "alive", tone: "data" }, { gap: 0.8 }),
      bars(scales, flat, { name: "flat", tone: "warn", width: 1.2, fillOpacity: 0 }, { gap: 0.8 }),
    ];
  });
  const now = derive([z, graph, reach, layer], (at, { scales }, r, { activation }): readonly Shape[] => {
    const input = Math.max(-r, Math.min(r, at[k]));
    const place: Vec2 = [scales.x(input), scales.y(activations[activation].value(input))];
    return [marker(place, 3.5, { name: "now", tone: "ink", width: 2 })];
  });
  return derive([line, spread, now], (...parts) => parts.flat());
}
const UNITS = [
  { name: "unit 1", shapes: unitShapes(0) },
  { name: "unit 2", shapes: unitShapes(1) },
] as const;

/** σ for each unit, and under it how the points' Wx + b are spread: what lies where σ is flat is marked. */
export function ActivationPicture() {
  return (
    <div className={css.pair}>
      {UNITS.map(({ name, shapes }) => (
        <figure key={name} className={css.unit}>
          <svg
            viewBox={`-4 -2 ${WIDTH + 8} ${CURVE + GAP + BARS + 4}`}
            role="img"
            aria-label={`σ, and the histogram of Wx + b, for ${name}`}
          >
            <MarkLayer shapes={shapes} />
          </svg>
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
