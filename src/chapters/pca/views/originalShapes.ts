/** Two features: the components' shadows on them, and the line that the reader turns. */
import type { Matrix, Vec2 } from "../../../math";
import { tickStrips } from "../../../scene/marks/axisTicks";
import { cross } from "../../../scene/marks/dots";
import { ellipse } from "../../../scene/marks/ellipse";
import { line } from "../../../scene/marks/line";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { polyline } from "../../../scene/marks/polygon";
import { vector } from "../../../scene/marks/vector";
import { joined, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { fan } from "../fan";
import { ellipseOf, guessAt, isBest, percent, REACH, shadow } from "../plane";
import { vector as nameOf } from "../sentence";
import { guess, handle, kept, MOST_ARROWS, model, plane, showEllipse, showGuess, view } from "../sources";

const from = (anchor: Vec2, by: Vec2): Vec2 => [anchor[0] + by[0], anchor[1] + by[1]];
/** Pixels under which an arrow points nearly at the reader, and a name beside it would only be in the way. */
const SHORT = 9;

/** Whether there is a line to turn: two features, and the reader's wish. */
export const turning = derive([showGuess, plane], (on, p) => on && p?.axes[1] != null);

/** Arrows of the components kept, from the anchor. */
const tips = derive([plane, model, kept], (p, m, most) =>
  p && m ? Array.from({ length: Math.min(most, MOST_ARROWS) }, (_, k) => from(p.anchor, shadow(p, m, k))) : [],
);

/** The spread and the first axis: what no line of the reader's changes. */
const spread = derive([view, plane, model, showEllipse], (v, p, m, on): readonly Shape[] => {
  if (!p || !m) return [];
  const first = line(v, p.anchor, shadow(p, m, 0), { name: "firstAxis", tone: "eigen", dash: [7, 6] });
  if (!on) return [first];
  return [ellipse(v, ellipseOf(p), { name: "ellipse", tone: "eigen", opacity: 0.75 }, p.anchor), first];
});

/** Where the handle passes on a whole turn: its peaks are the eigenvectors of the two features. */
const trace = derive([view, plane, turning], (v, p, on): readonly Shape[] => {
  if (!p || !on) return [];
  const steps = Array.from({ length: 121 }, (_, k): Vec2 => {
    const { direction, kept: variance } = guessAt(p, 3 * k);
    const r = 2 * Math.sqrt(Math.max(0, variance));
    return from(p.anchor, [r * direction[0], r * direction[1]]);
  });
  return [polyline(v, steps, { name: "trace", tone: "muted", width: 1.2, dash: [2, 4.5] })];
});

const turned = derive([view, plane, guess, turning], (v, p, g, on): readonly Shape[] => {
  if (!p || !g || !on) return [];
  const best = isBest(g);
  const look = best ? { tone: "eigen", width: 3 } : { tone: "ink", width: 1.6 };
  return [line(v, p.anchor, g.direction, { name: best ? "onBest" : "guess", ...look })];
});

/** The same arrows of resamples, faint: where they spread, the component is not sure. */
const spreadArrows = derive([view, plane, model, kept, fan], (v, p, m, most, now): readonly Shape[] => {
  if (!p || !m || !now) return [];
  const ks = Array.from({ length: Math.min(most, MOST_ARROWS, m.explainedVariance.length) }, (_, k) => k);
  return ks.flatMap((k) => {
    const length = REACH * Math.sqrt(m.explainedVariance[k] ?? 0);
    const at = (c: Matrix, used: number | null) => (used === null ? 0 : length * (c.data[used * c.cols + k] ?? 0));
    const parts = now.components.flatMap((c) =>
      vector(v, p.anchor, from(p.anchor, [at(c, p.axes[0]), at(c, p.axes[1])]), {
        name: "fan",
        tone: "eigen",
        width: 1,
      }),
    );
    return joined(parts).map((shape) => ({ ...shape, opacity: 0.28 }));
  });
});

const arrows = derive([view, plane, tips], (v, p, all): readonly Shape[] =>
  p
    ? [
        cross(toPixel(v, p.mean), 6, { name: "mean", tone: "ink", width: 1.6 }),
        ...all.flatMap((tip, k) => vector(v, p.anchor, tip, { name: `v${k + 1}`, tone: "eigen" })),
      ]
    : [],
);

/** The name of each component beyond its tip, with its per cent. */
const componentNames = derive([view, plane, model, tips], (v, p, m, all): readonly Label[] => {
  if (!p || !m) return [];
  const start = toPixel(v, p.anchor);
  return all.flatMap((tip, k) => {
    const near = toPixel(v, tip);
    const toward: Vec2 = [near[0] - start[0], near[1] - start[1]];
    if (!(Math.hypot(...toward) >= SHORT)) return [];
    const text = `${nameOf(k)} ${percent(m.explainedVarianceRatio[k] ?? 0)}`;
    return [{ name: `v${k + 1}`, text, tone: "eigen", near, toward }];
  });
});

/** Across the line from the name of v₁, so that the two do not meet when the line is the best one. */
const guessName = derive([view, plane, guess, handle, model, turning], (v, p, g, at, m, on): readonly Label[] => {
  if (!p || !g || !m || !on || !(g.total > 0)) return [];
  const [c, s] = g.direction;
  const v1 = shadow(p, m, 0);
  const side = c * v1[1] - s * v1[0] > 0 ? 1 : -1;
  const text = `keeps ${percent(g.kept / g.total)}`;
  // The perpendicular on screen, where y runs downwards.
  return [{ name: "guess", text, tone: "ink", near: toPixel(v, at), toward: [s * side, c * side], weight: 600 }];
});

const labels = derive([view, componentNames, guessName, handle, tips], (v, components, own, at, all) => {
  const taken = [...tickStrips(v), ...all.map((tip) => boxAbout(toPixel(v, tip), 7))];
  if (own.length > 0) taken.push(boxAbout(toPixel(v, at), 14));
  return placeLabels([...components, ...own], taken, v);
});

export const originalShapes: Source<readonly Shape[]> = derive(
  [spread, trace, turned, spreadArrows, arrows, labels],
  (...parts) => parts.flat(),
);
