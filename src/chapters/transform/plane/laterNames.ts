/** The names of what is drawn only when it is asked for, and the arrows among it that all names keep off. */
import { norm2, type Vec2 } from "../../../math";
import type { Label } from "../../../scene/marks/placeLabels";
import { toPixel, type View2d } from "../../../scene/view2d";
import { act, rowOf, terms } from "../readings";
import { type Arrow, atLine, atTip, type Named } from "./names";
import { readingLabels } from "./readingNames";

/** Shorter than this many pixels an error's arrow has no room for a name beside those of its ends, and the disc says enough. */
const SHORTEST_NAMED = 26;

/** Beyond the end of an error's arrow, on the side away from where it starts. */
function atEnd(view: View2d, text: string, [from, to]: Arrow): readonly Label[] {
  const [start, end] = [toPixel(view, from), toPixel(view, to)];
  const long = norm2([end[0] - start[0], end[1] - start[1]]) >= SHORTEST_NAMED;
  return long ? [{ ...atTip(view, "error", text, "bad", to, from), size: 15 }] : [];
}

/** A name at the edge would say that the thing is there. */
const onStage = (view: View2d, at: Vec2) => {
  const [px, py] = toPixel(view, at);
  return px >= 0 && py >= 0 && px <= view.width && py <= view.height;
};

/** Each row's level line through x, as far as the stage goes. */
function levelsThrough({ view, total, x, t }: Named): readonly Arrow[] {
  return ([0, 1] as const).flatMap((i): readonly Arrow[] => {
    const [p, q] = rowOf(total, i);
    const length = norm2([p, q]);
    if (!(length > 0) || act(t, i) === 0) return [];
    const reach = norm2([view.width, view.height]) / view.unit;
    const [dx, dy] = [(-q / length) * reach, (p / length) * reach];
    return [
      [
        [x[0] - dx, x[1] - dy],
        [x[0] + dx, x[1] + dy],
      ],
    ];
  });
}

export function laterNames(of: Named): { readonly labels: readonly Label[]; readonly arrows: readonly Arrow[] } {
  const { view, name, x, kernel, wrong, iterated, kind } = of;
  const inB: Arrow | null = wrong && [wrong.b, wrong.wrongB];
  const inX: Arrow | null = wrong && [x, wrong.wrongX];
  const parts = kind === "columns" || kind === "outer" ? terms(of.total, x, kind, of.t) : [];
  const last = iterated.at(-1);
  return {
    labels: [
      ...(inB ? atEnd(view, "b + δ", inB) : []),
      ...(inX ? atEnd(view, "x + δx", inX) : []),
      ...(kernel.column ? atLine(view, "column-space", "column space", "singular", kernel.column) : []),
      ...(kernel.kernel ? atLine(view, "null-space", "null space", "bad", kernel.kernel) : []),
      ...readingLabels(of),
      ...(last && iterated.length > 1 && onStage(view, last)
        ? [{ ...atTip(view, "iterates", `${name}${superscript(iterated.length - 1)}x`, "ink", last), size: 15 }]
        : []),
    ],
    arrows: [
      ...(inB ? [inB] : []),
      ...(inX ? [inX] : []),
      ...parts.map(({ from, to }): Arrow => [from, to]),
      ...(kind === "rows" ? levelsThrough(of) : []),
    ],
  };
}

const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const superscript = (k: number) => (k === 1 ? "" : [...String(k)].map((d) => DIGITS[Number(d)]).join(""));
