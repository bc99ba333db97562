import { activations } from "../../../math";
import { PathMark } from "../../../scene/marks";
import { derive } from "../../../scene/source";
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

function unitPaths(k: 0 | 1) {
  const curve = derive([layer, reach], ({ activation }, r) => {
    const { value } = activations[activation];
    const heights = Array.from({ length: SAMPLES + 1 }, (_, i) => value(-r + (2 * r * i) / SAMPLES));
    const low = Math.min(0, ...heights);
    const high = Math.max(...heights, low + 1e-9);
    const y = (v: number) => CURVE - 3 - ((v - low) / (high - low)) * (CURVE - 6);
    const d = heights.map((v, i) => `${((i / SAMPLES) * WIDTH).toFixed(1)} ${y(v).toFixed(1)}`).join("L");
    return { d: `M${d}`, zero: `M0 ${y(0).toFixed(1)}h${WIDTH}M${WIDTH / 2} 0v${CURVE}`, y };
  });
  const bars = derive([inputsOfUnits, reach, layer], (all, r, { activation }) => {
    const counts = new Float64Array(BINS);
    for (let i = k; i < all.length; i += 2) {
      const bin = Math.floor((((all[i] ?? 0) + r) / (2 * r)) * BINS);
      counts[Math.max(0, Math.min(BINS - 1, bin))] = (counts[Math.max(0, Math.min(BINS - 1, bin))] ?? 0) + 1;
    }
    const most = Math.max(1, ...counts);
    const [alive, flat]: [string[], string[]] = [[], []];
    counts.forEach((count, bin) => {
      if (count === 0) return;
      const height = Math.max(1, (count / most) * BARS);
      const width = WIDTH / BINS;
      const d = `M${(bin * width + 0.4).toFixed(1)} ${CURVE + GAP + BARS}v${(-height).toFixed(1)}h${(width - 0.8).toFixed(1)}v${height.toFixed(1)}Z`;
      (isFlat(activation, -r + (2 * r * (bin + 0.5)) / BINS) ? flat : alive).push(d);
    });
    return { alive: alive.join(""), flat: flat.join("") };
  });
  const marker = derive([z, curve, reach, layer], (at, { y }, r, { activation }) => {
    const px = ((Math.max(-r, Math.min(r, at[k])) + r) / (2 * r)) * WIDTH;
    const py = y(activations[activation].value(Math.max(-r, Math.min(r, at[k]))));
    return `M${(px - 3.5).toFixed(1)} ${py.toFixed(1)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0`;
  });
  return {
    curve: derive([curve], ({ d }) => d),
    zero: derive([curve], (c) => c.zero),
    alive: derive([bars], ({ alive }) => alive),
    flat: derive([bars], ({ flat }) => flat),
    marker,
  };
}
const UNITS = [
  { name: "unit 1", paths: unitPaths(0) },
  { name: "unit 2", paths: unitPaths(1) },
] as const;

/** σ for each unit, and under it how the points' Wx + b are spread: what lies where σ is flat is marked. */
export function ActivationPicture() {
  return (
    <div className={css.pair}>
      {UNITS.map(({ name, paths }) => (
        <figure key={name} className={css.unit}>
          <svg
            viewBox={`-4 -2 ${WIDTH + 8} ${CURVE + GAP + BARS + 4}`}
            role="img"
            aria-label={`σ, and the histogram of Wx + b, for ${name}`}
          >
            <PathMark d={paths.zero} className={css.zero} />
            <PathMark d={paths.curve} className={css.curve} />
            <PathMark d={paths.alive} className={css.alive} />
            <PathMark d={paths.flat} className={css.flat} />
            <PathMark d={paths.marker} className={css.marker} />
          </svg>
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
