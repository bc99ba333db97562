import type { Vec2 } from "../math";

/** How a plane lies on the screen: same unit on both axes, y upwards. Immutable. */
export interface View2d {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** World point at the middle. */
  readonly centre: Vec2;
  /** Pixels for one world unit. */
  readonly unit: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `span` world units fit across the shorter side. */
export function view2d({ width, height }: Size, centre: Vec2, span: number): View2d {
  return { width, height, centre, unit: Math.max(1, Math.min(width, height)) / span };
}

export function toPixel({ width, height, centre, unit }: View2d, [x, y]: Vec2): Vec2 {
  return [width / 2 + (x - centre[0]) * unit, height / 2 - (y - centre[1]) * unit];
}

export function toWorld({ width, height, centre, unit }: View2d, [px, py]: Vec2): Vec2 {
  return [centre[0] + (px - width / 2) / unit, centre[1] - (py - height / 2) / unit];
}

/** World units across the shorter side. */
export function spanOf({ width, height, unit }: View2d): number {
  return Math.min(width, height) / unit;
}

/** A round step (1, 2 or 5 times a power of ten) that is at least `pixels` wide on screen. */
export const gridStep = ({ unit }: View2d, pixels = 70): number => roundStep(pixels / unit);

/** The least number of the form 1, 2 or 5 times a power of ten that is not below `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((k) => k * power).find((step) => step >= least * (1 - 1e-9)) ?? 10 * power;
}
