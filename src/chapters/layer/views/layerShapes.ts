/** One layer's stage as shapes: the bent plane, W's columns and b, and what is named. */
import { activations, type Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { axisTicks, tickStrips } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { axes, grid } from "../../../scene/marks/grid";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { points } from "../../../scene/marks/points";
import { vector } from "../../../scene/marks/vector";
import type { Picture } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import { cell, derive, type Source } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { actOf, carry, carryPoint, foldLine, layerSentence } from "../model";
import { carried, inputs, layer, origin, progress, reading, tips, view, x } from "../sources";
import { polylinePath, warpedGrid } from "./warpPaths";

const ORIGIN: Vec2 = [0, 0];
const IDENTITY = [1, 0, 0, 1] as const;
/** How the points look on the page and in an export. */
export const POINTS = { opacity: 0.85 };

/** Row under the pointer, −1 for none. */
export const hovered = cell(-1);
export const description = derive([layer, progress, reading], layerSentence);

const ghost = derive([view], (v): readonly Shape[] => [
  grid(v, IDENTITY, { name: "ghost", tone: "grid-ghost" }),
  axes(v, { name: "ghost", tone: "axis" }),
]);
const bent = derive([view, layer, progress], warpedGrid);
const folds = derive([view, layer, progress], (v, l, p): readonly Shape[] => {
  const lines = ([0, 1] as const).flatMap((k) => foldLine(l, k) ?? []);
  const d = lines.map((line) => polylinePath(v, carry(l, p, line, new Float64Array(line.length)))).join("");
  return [pathShape(d, { name: "fold", tone: "ink", width: 1.4, dash: [2, 4] })];
});

const AXES = [
  ["", ""],
  ["(Wx)₁", "(Wx)₂"],
  ["(Wx + b)₁", "(Wx + b)₂"],
  ["h₁", "h₂"],
] as const;
const axis = (k: 0 | 1) =>
  derive([progress, inputs], (p, now) => {
    const act = actOf(p);
    if (act > 0) return AXES[act][k];
    const name = now?.axes[k]?.name;
    return name ? `x${"₁₂"[k]}: ${name}, standardised` : `x${"₁₂"[k]}`;
  });
const ticks = derive([view, axis(0), axis(1)], axisTicks);

/** Where σ sends what the handles hold, joined to them, while and after it acts. */
const sent = derive([view, layer, progress, origin, tips[0], tips[1]], (v, l, p, ...held): readonly Shape[] => {
  if (p <= 2 || l.activation === "identity") return [];
  const { value } = activations[l.activation];
  const look = { name: "sent", tone: "muted", width: 1.4 };
  const pairs = held.map((at) => {
    const part = (from: number) => from + (p - 2) * (value(from) - from);
    return { at, to: [part(at[0]), part(at[1])] as const };
  });
  const threads = pairs.map(({ at, to }) => polylinePath(v, [...at, ...to])).join("");
  const ends = pairs.map(({ to }) => toPixel(v, to));
  return [pathShape(threads, { ...look, dash: [3, 3] }), { ...dots(ends, 4, look), fill: "paper", fillOpacity: 1 }];
});

const arrows = derive([view, origin, tips[0], tips[1]], (v, b, i, j): readonly Shape[] => [
  ...vector(v, ORIGIN, b, { name: "b", tone: "ink", width: 2 }),
  ...vector(v, b, i, { name: "basis-i", tone: "basis-i" }),
  ...vector(v, b, j, { name: "basis-j", tone: "basis-j" }),
]);

const chosen = derive([layer, progress, x], carryPoint);
const ring = derive([view, chosen, inputs], (v, at, now): readonly Shape[] =>
  now ? [dots([toPixel(v, at)], 8, { name: "ring", tone: "ink", width: 2 })] : [],
);

const names = derive([view, progress, inputs, origin, tips[0], tips[1], chosen], (v, p, now, b, i, j, at) => {
  const label = (text: string, name: string, tip: Vec2, from: Vec2): Label => {
    const [near, start] = [toPixel(v, tip), toPixel(v, from)];
    // Away from where it starts, and to a side of the shaft.
    return { name, text, tone: name, near, toward: [near[0] - start[0], near[1] - start[1] - 4] };
  };
  const labels = [
    label(p === 0 ? "î" : "Wî", "basis-i", i, b),
    label(p === 0 ? "ĵ" : "Wĵ", "basis-j", j, b),
    ...(p > 1 ? [{ ...label("b", "b", b, ORIGIN), tone: "ink" }] : []),
    ...(now ? [{ ...label(["x", "Wx", "Wx + b", "h"][actOf(p)] ?? "", "x", at, b), tone: "ink" }] : []),
  ];
  const taken = [
    ...tickStrips(v),
    ...[b, i, j].map((tip) => boxAbout(toPixel(v, tip), 12)),
    boxAbout(toPixel(v, at), 9),
  ];
  return placeLabels(labels, taken, v);
});

const hint = derive([view, hovered, carried, inputs], (v, i, { xy }, now): readonly Shape[] => {
  if (i < 0 || !now || 2 * i >= xy.length) return [];
  const level = now.category?.levels[now.category.codes[i] ?? -1];
  const values = now.axes.map(({ name, values: all }) => `${name} ${formatNumber(all[i] ?? 0)}`);
  const text = [`row ${i + 1}`, ...(level === undefined ? [] : [level]), ...values].join(" · ");
  const near = toPixel(v, [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0]);
  return placeLabels([{ name: "hint", text, tone: "ink", near, face: "ui", size: 12 }], tickStrips(v).slice(0, 2), v);
});

export const layerShapes: Source<readonly Shape[]> = derive(
  [ghost, bent, folds, ticks, sent, arrows, ring, names, hint],
  (...parts) => parts.flat(),
);

/** The stage as it stands now. */
export function layerPicture(): Picture {
  const v = view.get();
  return {
    width: v.width,
    height: v.height,
    rasters: [points(v, carried.get(), POINTS)],
    shapes: layerShapes.get(),
    title: "The plane and the points under one layer",
    description: description.get(),
  };
}
