/** What the things of the plane are called, and where those words would like to stand. */
import { apply2, type Mat2, norm2, type Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { clipLine } from "../../../scene/marks/line";
import { type Box, boxAbout, type Label } from "../../../scene/marks/placeLabels";
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
function atTip(view: View2d, name: string, text: string, tone: string, tip: Vec2, from: Vec2 = ORIGIN): Label {
  const [near, start] = [toPixel(view, tip), toPixel(view, from)];
  const toward: Vec2 = [near[0] - start[0], near[1] - start[1]];
  return { name, text, tone, near, toward: norm2(toward) > 0 ? toward : undefined };
}

/** A name at the edge would say that the thing is there. */
const onStage = (view: View2d, at: Vec2) => {
  const [px, py] = toPixel(view, at);
  return px >= 0 && py >= 0 && px <= view.width && py <= view.height;
};

/** Beside a line, most of the way out to the end that points up. */
function atLine(view: View2d, name: string, text: string, tone: string, direction: Vec2): readonly Label[] {
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

export interface Named {
  /** Of the chosen reading, once they are loaded. */
  readonly readingLabels?: (of: Named) => readonly Label[];
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

/** All labels, the surest of their places first, and the boxes of the handles that they keep off. */
export function planeLabels(of: Named): { readonly labels: readonly Label[]; readonly taken: readonly Box[] } {
  const { view, m, name, x, more, reading, kernel, wrong, iterated } = of;
  const [i, j, ax]: readonly Vec2[] = [[m[0], m[2]], [m[1], m[3]], apply2(m, x)];
  const tips = [i, j, ax, x] as readonly Vec2[];
  const last = iterated.at(-1);
  const labels: Label[] = [
    atTip(view, "i", `${name}î`, "basis-i", i as Vec2),
    atTip(view, "j", `${name}ĵ`, "basis-j", j as Vec2),
    atTip(view, "x", "x", "ink", x),
    atTip(view, "ax", `${name}x`, "ink", ax as Vec2),
    ...more.flatMap((v, k) => [
      { ...atTip(view, "more", `x${subscript(k + 2)}`, "muted", v), size: 15 },
      { ...atTip(view, "more", `${name}x${subscript(k + 2)}`, "ink", apply2(m, v)), size: 15 },
    ]),
    ...(wrong
      ? [
          atTip(view, "error", "b + δ", "bad", wrong.wrongB, wrong.b),
          atTip(view, "error", "x + δx", "bad", wrong.wrongX, x),
        ]
      : []),
    ...(of.showEigen ? eigenLabels(view, reading) : []),
    ...(kernel.column ? atLine(view, "column-space", "column space", "singular", kernel.column) : []),
    ...(kernel.kernel ? atLine(view, "null-space", "null space", "bad", kernel.kernel) : []),
    ...(of.readingLabels?.(of) ?? []),
    ...(last && iterated.length > 1 && onStage(view, last)
      ? [{ ...atTip(view, "iterates", `${name}${superscript(iterated.length - 1)}x`, "ink", last), size: 15 }]
      : []),
  ];
  const handles = [...tips, ...more, ...(wrong ? [wrong.wrongB] : [])];
  return { labels, taken: handles.map((tip) => boxAbout(toPixel(view, tip), HANDLE_REACH)) };
}

const DIGITS = { sub: "₀₁₂₃₄₅₆₇₈₉", sup: "⁰¹²³⁴⁵⁶⁷⁸⁹" };
const written = (k: number, digits: string) => [...String(k)].map((d) => digits[Number(d)]).join("");
export const subscript = (k: number) => written(k, DIGITS.sub);
const superscript = (k: number) => (k === 1 ? "" : written(k, DIGITS.sup));
