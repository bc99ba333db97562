/** Scores, and the features' loadings over them. */
import type { Vec2 } from "../../../math";
import { tickStrips } from "../../../scene/marks/axisTicks";
import { ellipse } from "../../../scene/marks/ellipse";
import { boxAbout, placeLabels } from "../../../scene/marks/placeLabels";
import { vector } from "../../../scene/marks/vector";
import { joined, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { REACH, usedNames } from "../plane";
import { biplot, features, model, pair, showEllipse, view } from "../sources";

const ORIGIN: Vec2 = [0, 0];
const MOST_LETTERS = 28;

/** The 2σ ellipse of the scores: its axes are the picture's, since scores are uncorrelated. */
export const scoreShapes: Source<readonly Shape[]> = derive([view, model, pair, showEllipse], (v, m, [a, b], on) => {
  if (!m || b === null || !on) return [];
  const radius = (k: number) => REACH * Math.sqrt(m.explainedVariance[k] ?? 0);
  return [ellipse(v, [radius(a), 0, 0, radius(b)], { name: "ellipse", tone: "eigen", opacity: 0.75 })];
});

const loadings = derive([view, biplot], (v, b) =>
  joined(b?.arrows.flatMap(({ tip }) => vector(v, ORIGIN, tip, { name: "loading", tone: "ink", width: 1.8 })) ?? []),
);

const names = derive([view, biplot, model, features], (v, b, m, all) => {
  if (!b || !m) return [];
  const used = usedNames(m, all);
  const [ox, oy] = toPixel(v, ORIGIN);
  const labels = b.arrows
    .filter(({ named }) => named)
    .map(({ feature, tip }) => {
      const name = used[feature] ?? "";
      const text = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
      const near = toPixel(v, tip);
      const toward: Vec2 = [near[0] - ox, near[1] - oy];
      return { name: "loading", text, tone: "ink", near, toward, face: "ui", size: 13, weight: 600 } as const;
    })
    .filter(({ toward }) => Math.hypot(...toward) > 4);
  return placeLabels(labels, [...tickStrips(v), ...b.arrows.map(({ tip }) => boxAbout(toPixel(v, tip), 4))], v);
});

/** One arrow for each feature: its loadings on the two components. */
export const biplotShapes: Source<readonly Shape[]> = derive([loadings, names], (...parts) => parts.flat());
