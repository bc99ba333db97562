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
  /** Pixel of σ₁ and of all the energy. */
  readonly top: number;
}

/** `above` is the room in pixels that something else has over the chart. */
export function spectrumScales(size: Size, most: number, profile: Profile | null, above = 0): SpectrumScales {
  const head = above + MARGIN.top;
  const top = profile?.s[0] || 1;
  const least = Math.min(...(profile?.s ?? []).filter((v) => v > top * 10 ** -DECADES), top / 10);
  const x = scaleLog([1, most + 1], [MARGIN.left, Math.max(MARGIN.left + 1, size.width - MARGIN.right)]);
  const y = scaleLog([least / 1.3, top * 1.15], [Math.max(head + 1, size.height - MARGIN.bottom), head]);
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
    floor: Math.max(head + 1, size.height - MARGIN.bottom),
    top: head,
  };
}
