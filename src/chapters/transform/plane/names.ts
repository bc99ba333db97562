/** What the things of the plane are called, and where those words would like to stand. */
import { apply2, type Mat2, norm2, type Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { clipLine } from "../../../scene/marks/line";
import { type Box, boxAbout, type Label, type Stroke } from "../../../scene/marks/placeLabels";
import { toPixel, type View2d } from "../../../scene/view2d";
import type { ErrorReading } from "../error";
import type { Kernel } from "../kernel";
import type { Reading } from "../model";
import type { ReadingKind } from "../readings";
import { eigenlines } from "../snap";
import { TURN_RADIUS } from "./lines";

const ORIGIN: Vec2 = [0, 0];
const HANDLE_REACH = 15;

/** Beside a tip, on the far side from where its arrow comes. */
export function atTip(view: View2d, name: string, text: string, tone: string, tip: Vec2, from: Vec2 = ORIGIN): Label {
  const [near, start] = [toPixel(view, tip), toPixel(view, from)];
  const toward: Vec2 = [near[0] - start[0], near[1] - start[1]];
  return { name, text, tone, near, toward: norm2(toward) > 0 ? toward : undefined };
}

/** Where a handle is drawn: at the edge for a point off the stage. */
const held = (view: View2d, tip: Vec2): Vec2 => {
  const [x, y] = toPixel(view, tip);
  return [Math.max(8, Math.min(view.width - 8, x)), Math.max(8, Math.min(view.height - 8, y))];
};

/** Beside a line, most of the way out to the end that points up. */
export function atLine(view: View2d, name: string, text: string, tone: string, direction: Vec2): readonly Label[] {
  const ends = clipLine(view, ORIGIN, direction);
  if (!ends) return [];
  const [ox, oy] = toPixel(view, ORIGIN);
  const end = ends[0][1] < ends[1][1] ? ends[0] : ends[1];
  return [{ name, text, tone, near: [ox + (end[0] - ox) * 0.72, oy + (end[1] - oy) * 0.72], size: 16 }];
}

function eigenLabels(view: View2d, { eig, scale }: Reading): readonly Label[] {
  if (eig.kind === "complex") {
    const [ox, oy] = toPixel(view, ORIGIN);
    const half = eig.angle / 2;
    const near: Vec2 = [ox + TURN_RADIUS * Math.cos(half), oy - TURN_RADIUS * Math.sin(half)];
    const text = `turns ${formatNumber((eig.angle * 180) / Math.PI)}°, |λ| = ${formatNumber(eig.modulus)}`;
    return [{ name: "eigen", text, tone: "eigen", near, toward: [near[0] - ox, near[1] - oy], size: 16 }];
  }
  return eigenlines(eig).flatMap((direction, k) => {
    const value = eig.kind === "real" ? eig.values[k as 0 | 1] : eig.kind === "defective" ? eig.value : 0;
    const number = formatNumber(value, scale);
    return atLine(
      view,
      "eigen",
      eig.kind === "defective" ? `λ = ${number} (twice)` : `λ${"₁₂"[k]} = ${number}`,
      "eigen",
      direction,
    );
  });
}

/** From here to there, in the world. */
export type Arrow = readonly [from: Vec2, to: Vec2];

export interface Named {
  /** Of what the first picture does without, once that is loaded. */
  readonly laterNames?: (of: Named) => { readonly labels: readonly Label[]; readonly arrows: readonly Arrow[] };
  readonly view: View2d;
  readonly m: Mat2;
  readonly total: Mat2;
  readonly name: string;
  readonly x: Vec2;
  readonly more: readonly Vec2[];
  readonly reading: Reading;
  readonly kernel: Kernel;
  readonly kind: ReadingKind;
  readonly t: number;
  readonly showEigen: boolean;
  readonly wrong: ErrorReading<Vec2> | null;
  readonly iterated: readonly Vec2[];
}

interface Placing {
  readonly labels: readonly Label[];
  /** The boxes of the handles and the arrows, which labels keep off. */
  readonly taken: readonly Box[];
  readonly strokes: readonly Stroke[];
}

/** All labels, the surest of their places first, and what they keep off. */
export function planeLabels(of: Named): Placing {
  const { view, m, name, x, more, reading, wrong } = of;
  const [i, j, ax]: readonly [Vec2, Vec2, Vec2] = [[m[0], m[2]], [m[1], m[3]], apply2(m, x)];
  const tips = [i, j, ax, x, ...more];
  const images = more.map((v) => apply2(m, v));
  const later = of.laterNames?.(of);
  return {
    labels: [
      atTip(view, "i", `${name}î`, "basis-i", i),
      atTip(view, "j", `${name}ĵ`, "basis-j", j),
      atTip(view, "x", "x", "ink", x),
      atTip(view, "ax", `${name}x`, "ink", ax),
      ...more.flatMap((v, k) => [
        { ...atTip(view, "more", `x${subscript(k + 2)}`, "muted", v), size: 15 },
        { ...atTip(view, "more", `${name}x${subscript(k + 2)}`, "ink", images[k] ?? v), size: 15 },
      ]),
      ...(of.showEigen ? eigenLabels(view, reading) : []),
      ...(later?.labels ?? []),
    ],
    taken: [...tips, ...(wrong ? [wrong.wrongB] : [])].map((tip) => boxAbout(held(view, tip), HANDLE_REACH)),
    strokes: [...[...tips, ...images].map((tip): Arrow => [ORIGIN, tip]), ...(later?.arrows ?? [])].map(
      ([from, to]) => [toPixel(view, from), toPixel(view, to)],
    ),
  };
}

const DIGITS = "₀₁₂₃₄₅₆₇₈₉";
export const subscript = (k: number) => [...String(k)].map((d) => DIGITS[Number(d)]).join("");
