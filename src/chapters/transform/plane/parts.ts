/** What is drawn about x when it is asked for: the parts that add up to Ax, the iterates, and what an error does. */
import { inverse2, type Mat2, type Vec2 } from "../../../math";
import { ellipse } from "../../../scene/marks/ellipse";
import { discPath } from "../../../scene/marks/pathData";
import { polyline } from "../../../scene/marks/polygon";
import { vector } from "../../../scene/marks/vector";
import type { Shape } from "../../../scene/shape";
import { toPixel, type View2d } from "../../../scene/view2d";
import type { ErrorReading } from "../error";
import { type ReadingKind, terms } from "../readings";
import { LATER_LOOKS } from "./laterLooks";

/** The two parts of Ax, tip to tail, for the readings that are sums. */
export function termShapes(view: View2d, a: Mat2, x: Vec2, kind: ReadingKind, t: number): readonly Shape[] {
  if (kind !== "columns" && kind !== "outer") return [];
  const looks = kind === "columns" ? [LATER_LOOKS.termI, LATER_LOOKS.termJ] : [LATER_LOOKS.layer1, LATER_LOOKS.layer2];
  return terms(a, x, kind, t).flatMap(({ from, to }, k) => vector(view, from, to, looks[k] ?? LATER_LOOKS.termI));
}

/** A dot for each iterate, fainter the later it comes, on a thin line. */
export function iterateShapes(view: View2d, all: readonly Vec2[]): readonly Shape[] {
  if (all.length === 0) return [];
  return [
    polyline(
      view,
      all.filter((p) => reachable(view, p)),
      LATER_LOOKS.trail,
    ),
    ...all.map(
      (p, k): Shape => ({
        kind: "path",
        name: "iterates",
        d: discPath(toPixel(view, p), k === 0 ? 3 : 4.5),
        fill: "ink",
        opacity: 1 - 0.6 * (k / all.length),
      }),
    ),
  ];
}

/** A polyline with one point out of the browser's reach would vanish whole. */
const reachable = (view: View2d, p: Vec2) => toPixel(view, p).every((c) => Math.abs(c) < 1e5);

/** The disc of errors about b, the ellipse of solutions about x, and the one error that the reader holds. */
export function errorShapes(
  view: View2d,
  a: Mat2,
  x: Vec2,
  delta: Vec2,
  wrong: ErrorReading<Vec2> | null,
): readonly Shape[] {
  const inverse = wrong && inverse2(a);
  if (!wrong || !inverse) return [];
  const radius = Math.hypot(delta[0], delta[1]);
  const scaled = inverse.map((v) => v * radius) as unknown as Mat2;
  return [
    ellipse(view, [radius, 0, 0, radius], LATER_LOOKS.error, wrong.b),
    ellipse(view, scaled, LATER_LOOKS.error, x),
    ...vector(view, wrong.b, wrong.wrongB, LATER_LOOKS.errorArrow),
    ...vector(view, x, wrong.wrongX, LATER_LOOKS.errorArrow),
  ];
}
