/** The spectrum as shapes: bars of σᵢ with the cut at k, and the energy that the kept layers hold. */
import { formatNumber } from "../../../scene/formatNumber";
import { tickText } from "../../../scene/marks/axisTicks";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { pathShape, type Shape } from "../../../scene/shape";
import { energy, type Profile, percent } from "../model";
import { MARGIN, type SpectrumScales } from "./spectrumScales";

export function spectrumShapes(at: SpectrumScales, profile: Profile | null, k: number): readonly Shape[] {
  const { x, floor, top, size } = at;
  const known = profile?.s.length ?? 0;
  const filled = (name: string, tone: string, from: number, to: number, opacity?: number): Shape => ({
    kind: "path",
    name,
    d: profile ? barsPath(at, profile.s, from, to) : "",
    fill: tone,
    opacity,
  });
  const energyLine = profile ? energyPath(at, (kept) => energy(profile, kept), known) : "";
  return [
    pathShape(`M${MARGIN.left} ${floor}H${size.width - MARGIN.right}`, {
      name: "frame",
      tone: "line-strong",
      width: 1,
    }),
    filled("rest", "line-strong", k, known, 0.45),
    filled("kept", "singular", 0, Math.min(k, known)),
    pathShape(energyLine, { name: "energy", tone: "ink", dash: [5, 4] }),
    ...ticks(at),
    pathShape(`M${x(k + 1).toFixed(1)} ${top - 8}V${floor}`, { name: "cut", tone: "ink" }),
    ...placeLabels(names(at, profile, k), [boxAbout([x(k + 1), (top + floor) / 2], 13)], size),
  ];
}

const ticks = ({ x, y, xTicks, yTicks, floor, top, size: { width } }: SpectrumScales): readonly Shape[] => [
  ...xTicks.map((i) => tickText(String(i), [(x(i) + x(i + 1)) / 2, floor + 15], "middle")),
  ...yTicks.map((v) => tickText(formatNumber(v), [MARGIN.left - 8, y(v) + 4], "end")),
  ...[0, 50, 100].map((part) =>
    tickText(`${part} %`, [width - MARGIN.right + 8, floor - (part / 100) * (floor - top) + 4], "start"),
  ),
];

/** What the cut keeps, and where the layers are that the exact factorisation will bring. */
function names({ x, floor, top, most }: SpectrumScales, profile: Profile | null, k: number): readonly Label[] {
  const known = profile?.s.length ?? 0;
  const about = !profile ? "" : k > known ? `, ${known} known so far` : `, ${percent(energy(profile, k))}`;
  const look = { name: "cut", tone: "ink", face: "ui", size: 13, weight: 600 } as const;
  const labels: Label[] = [{ ...look, text: `k = ${k}${about}`, near: [x(k + 1), top + 22], toward: [1, 0] }];
  const left = x(known + 1);
  if (known > 0 && known < most && x(most + 1) - left >= 90) {
    const near = [left, floor - 14] as const;
    labels.push({
      ...look,
      name: "unknown",
      text: "not yet computed",
      near,
      toward: [1, 0],
      tone: "muted",
      size: 12,
      weight: 500,
    });
  }
  return labels;
}

/** The bars of layers from < i ≤ to as one path. */
export function barsPath({ x, y, floor }: SpectrumScales, s: Float64Array, from: number, to: number): string {
  if (to <= from) return "";
  const put = (v: number) => v.toFixed(1);
  let d = `M${put(x(from + 1))} ${put(floor)}`;
  for (let i = from; i < to; i++) {
    const [left, right] = [x(i + 1), x(i + 2)];
    const gap = right - left > 6 ? 1.5 : 0;
    const top = put(y(s[i] ?? 0));
    d += `L${put(left + gap / 2)} ${put(floor)}V${top}H${put(right - gap / 2)}V${put(floor)}`;
  }
  return `${d}Z`;
}

/** The energy that the first k layers hold, as steps from 0 at the floor to all at the top. */
function energyPath({ x, floor, top, most }: SpectrumScales, energyAt: (k: number) => number, known: number): string {
  const y = (part: number) => (floor - part * (floor - top)).toFixed(1);
  let d = `M${x(1).toFixed(1)} ${y(energyAt(0))}`;
  for (let k = 1; k <= Math.min(known, most); k++) d += `L${x(k + 1).toFixed(1)} ${y(energyAt(k))}`;
  return d;
}
