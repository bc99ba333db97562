/** Where things stand in the spectrum: both axes logarithmic, so that the first layers have room and a power law is a line. */
import { scaleLog } from "d3";
import type { Size } from "../../../scene/view2d";
import type { Profile } from "../model";

export const MARGIN = { left: 46, right: 46, top: 14, bottom: 24 } as const;
/** Decades below σ₁ that are drawn; what is smaller lies on the floor. */
const DECADES = 4;

export interface SpectrumScales {
  readonly size: Size;
  readonly most: number;
  /** Left edge of bar i (from 1); bar i ends where bar i + 1 begins. */
  readonly x: (i: number) => number;
  readonly y: (sigma: number) => number;
  /** The rank whose cut is nearest to a pixel. */
  readonly rankAt: (px: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly floor: number;
}

export function spectrumScales(size: Size, most: number, profile: Profile | null): SpectrumScales {
  const top = profile?.s[0] || 1;
  const least = Math.min(...(profile?.s ?? []).filter((v) => v > top * 10 ** -DECADES), top / 10);
  const x = scaleLog([1, most + 1], [MARGIN.left, Math.max(MARGIN.left + 1, size.width - MARGIN.right)]);
  const y = scaleLog([least / 1.3, top * 1.15], [Math.max(MARGIN.top + 1, size.height - MARGIN.bottom), MARGIN.top]);
  y.clamp(true);
  const room = size.width / 60;
  const oneTwoFive = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter((i) => i <= most);
  return {
    size,
    most,
    x: (i) => x(i),
    y: (sigma) => y(Math.max(sigma, least / 10)),
    rankAt: (px) => Math.max(0, Math.min(most, Math.round(x.invert(px)) - 1)),
    xTicks: oneTwoFive.length > room ? oneTwoFive.filter((i) => /^10*$/.test(String(i))) : oneTwoFive,
    yTicks: y.ticks().filter((v) => /^1(e|0*$|\.?0*$)/.test(String(v)) || Math.abs(Math.log10(v) % 1) < 1e-9),
    floor: Math.max(MARGIN.top + 1, size.height - MARGIN.bottom),
  };
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
export function energyPath({ x, floor, most }: SpectrumScales, energyAt: (k: number) => number, known: number): string {
  const y = (part: number) => (floor - part * (floor - MARGIN.top)).toFixed(1);
  let d = `M${x(1).toFixed(1)} ${y(energyAt(0))}`;
  for (let k = 1; k <= Math.min(known, most); k++) d += `L${x(k + 1).toFixed(1)} ${y(energyAt(k))}`;
  return d;
}
