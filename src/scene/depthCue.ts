/** How near a point of space looks: on a still picture only size, strength and what covers what tell near from far. */
import type { PointStyle } from "./brush";
import type { Rgb } from "./theme";

/** Steps from far to near; a power of two. */
export const LEVELS = 8;

/** 0, the farthest, to LEVELS − 1 for a depth of −1 to 1, in units of the view's reach. */
export function levelOf(depth: number): number {
  const level = Math.min(LEVELS - 1, Math.max(0, (depth + 1) * (LEVELS / 2)));
  return level | 0;
}

/** A point's size at a level, as a part of the size that it has near the target. */
export const sizeAt = (level: number): number => 0.75 + (0.5 * (level + 0.5)) / LEVELS;

/** What is left of a point's colour at a level; the rest is paper, as in a fog. */
const strengthAt = (level: number): number => 0.4 + (0.6 * (level + 0.5)) / LEVELS;

const made = new WeakMap<PointStyle, readonly PointStyle[]>();

/** The style of a point at each level; made once for a style. */
export function stylesByLevel(style: PointStyle): readonly PointStyle[] {
  const kept = made.get(style);
  if (kept) return kept;
  const fresh = Array.from({ length: LEVELS }, (_, level) => {
    const fogged = (colour: Rgb): Rgb => {
      const at = (k: 0 | 1 | 2) => Math.round(style.ring[k] + strengthAt(level) * (colour[k] - style.ring[k]));
      return [at(0), at(1), at(2)];
    };
    return {
      ...style,
      colours: style.colours.map(fogged),
      unknown: fogged(style.unknown),
      faded: fogged(style.faded),
      radius: style.radius * sizeAt(level),
    };
  });
  made.set(style, fresh);
  return fresh;
}
