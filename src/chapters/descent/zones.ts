/** What the parts of the α dial mean for each optimiser: its zones and its ticks, in units of 1/λ₁. */
import type { Optimiser, Vec2 } from "../../math";
import { formatNumber } from "../../scene/formatNumber";
import type { Zone, ZoneTick } from "../../ui/ZoneSlider";
import { dialLimit } from "./model";

export const DIAL_END = 2.5;

export function zonesOf(optimiser: Optimiser, beta: number): readonly Zone[] {
  const limit = dialLimit(optimiser, beta);
  const upTo = (end: number, zones: readonly Zone[]): readonly Zone[] =>
    end >= DIAL_END ? zones : [...zones, { name: "diverging", tone: "bad", to: DIAL_END }];
  if (limit === null) return [{ name: "no fixed limit", tone: "plain", to: DIAL_END }];
  if (optimiser !== "gradientDescent")
    return upTo(limit, [{ name: "converging", tone: "good", to: Math.min(limit, DIAL_END) }]);
  return upTo(limit, [
    { name: "slow", tone: "plain", to: 0.5 },
    { name: "monotone", tone: "good", to: 1 },
    { name: "zig-zag", tone: "warn", to: 2 },
  ]);
}

export function ticksOf(optimiser: Optimiser, beta: number, lambda: Vec2): readonly ZoneTick[] {
  const limit = dialLimit(optimiser, beta);
  if (optimiser === "gradientDescent")
    return [
      { at: 0.5, text: "½" },
      { at: 1, text: "1" },
      { at: 2, text: "2" },
      { at: bestDial(lambda), text: "best 2/(λ₁+λ₂)", above: true },
    ];
  const whole = [
    { at: 1, text: "1" },
    { at: 2, text: "2" },
  ];
  if (limit === null || limit >= DIAL_END) return whole;
  return [...whole.filter(({ at }) => Math.abs(at - limit) > 0.3), { at: limit, text: formatNumber(limit) }];
}

/** α·λ₁ at α = 2/(λ₁ + λ₂), where both eigenvectors shrink equally fast. */
export const bestDial = ([large, small]: Vec2): number => (2 * large) / (large + small);

/** The dial in words, below it. */
export function dialNote(optimiser: Optimiser, beta: number): string {
  const limit = dialLimit(optimiser, beta);
  if (optimiser === "gradientDescent") return "Slow, monotone from ½, zig-zag from 1, diverging above 2.";
  if (limit === null)
    return "No fixed limit: each coordinate's gradient is divided by its own recent size, so a step is about α long.";
  return `With this memory it diverges above ${formatNumber(limit)}.`;
}
