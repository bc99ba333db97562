import type { Vec2 } from "../../math";
import { cell, derive, type Source } from "../../scene/source";
import { type Size, type View2d, view2d } from "../../scene/view2d";
import * as shared from "../../state/derived";
import { DEFAULTS } from "../../state/parameters";
import { source } from "../../state/source";
import { store } from "../../state/store";
import { biplotOf, reachOf } from "./biplot";
import { caveats } from "./caveats";
import { answers, componentsNow } from "./components";
import { boundsOf, fitted } from "./fit";
import { type Outcome, type Preparation, scoresOn, spreadOf, turnedRound } from "./model";
import { ellipseOf, guessAt, handleReach, planeOf, planePoints, REACH, shadow } from "./plane";
import type { Extent } from "./space/fit3";

export const dataset = source(shared.dataset);
export const features = source(shared.features);
export const rows = source(shared.featureRows);
const moments = source(shared.featureMomentsNow);
/** Mean and Σ(x − mean)² of each feature, over all rows. */
export const spread = derive([moments, rows], spreadOf);
export const colour = source(shared.colour);

export const centre = source((s) => s.pca.centre);
export const standardise = source((s) => s.pca.standardise);
export const divisor = source((s) => s.pca.divisor);
export const which = source((s) => s.pca.view);
/** Two features on the axes, as they are: not in space, and not on their way to the components. */
export const plain = source(({ pca }) => pca.view === "original" && !pca.space && pca.turn === 0);
export const axis = source((s) => s.pca.axis);
export const tool = source((s) => s.pca.tool);
export const showGuess = source((s) => s.pca.showGuess);
export const showThreads = source((s) => s.pca.showThreads);
export const showEllipse = source((s) => s.pca.showEllipse);

export const options = derive([centre, standardise, divisor], (c, z, by) => ({
  centre: c,
  standardise: z,
  divisor: by,
}));
/** What stands still while a point is dragged: the view always, and among the scores the components that the drag is measured by. */
export const still = {
  outcome: cell<Outcome | null>(null),
  view: cell<View2d | null>(null),
  /** In space: the box that the picture fills. */
  extent: cell<Extent | null>(null),
};
/** The components under some preparation, asked for again when a worker has answered. */
export const componentsFor = (how: Source<Preparation>): Source<Outcome> =>
  derive([dataset, features, rows, moments, how, answers], componentsNow);
const canonical = componentsFor(options);
export const outcome = derive(
  [canonical, source((s) => s.pca.flipped), still.outcome],
  (found, ks, held) => held ?? turnedRound(found, ks),
);
/** The components, or null where there are none: `outcome` says why. */
export const model = derive([outcome], (found) => (found.kind === "found" ? found.pca : null));
/** What is peculiar about the components, one sentence each. */
export const notes = derive([model, features, centre], (m, names, centred) => (m ? caveats(m, names, centred) : []));
/** Components kept: as asked, or as many as there are. */
export const kept = derive([source((s) => s.pca.kept), model], (k, m) => Math.min(k, m?.explainedVariance.length ?? k));

const wanted = derive([source((s) => s.pca.featureX), source((s) => s.pca.featureY)], (x, y) => [x, y] as const);
export const plane = derive([model, spread, features, wanted, options], (m, all, names, asked, how) =>
  m ? planeOf(m, all, names, asked, how) : null,
);
export const guess = derive([plane, axis], (p, degrees) => (p ? guessAt(p, degrees) : null));

/** The components on the axes of the scores and the biplot; the second is null where there is only one. */
export const pair = derive(
  [model, source((s) => s.pca.componentX), source((s) => s.pca.componentY)],
  (m, x, y): readonly [number, number | null] => {
    const last = (m?.explainedVariance.length ?? 1) - 1;
    const across = Math.min(x, last);
    const up = Math.min(y, last);
    if (last < 1) return [0, null];
    return [across, up !== across ? up : across === 0 ? 1 : 0];
  },
);
/** Scores on that pair: x₀ y₀ x₁ y₁ … */
export const scorePoints = derive([model, rows, pair], (m, x, [a, b]) => {
  if (!m) return NO_POINTS;
  const ks = b === null ? [a] : [a, b];
  const y = scoresOn(m, x, ks);
  if (b !== null) return Float32Array.from(y.data);
  return Float32Array.from({ length: 2 * x.rows }, (_, i) => (i % 2 === 0 ? (y.data[i / 2] as number) : 0));
});
export const biplot = derive([model, pair, scorePoints], (m, on, xy) =>
  m ? biplotOf(m, on, ARROW_PART * reachOf(xy)) : null,
);
/** The longest loading arrow, as a part of the farthest score. */
const ARROW_PART = 0.8;

const NO_POINTS = new Float32Array(0);
const original = derive([plane, model, rows], (p, m, x) => (p && m ? planePoints(p, m, x) : NO_POINTS));
/** The points of the view that is shown. */
export const points = derive([which, original, scorePoints], (view, plain, turned) =>
  view === "original" ? plain : turned,
);

/** What the fitted view must hold besides the points. */
const marks = derive([which, model, plane, biplot, pair, kept], (view, m, p, b, on, k): readonly Vec2[] => {
  if (view === "biplot") return b?.arrows.map(({ tip }) => tip) ?? [];
  if (!m || !p) return [];
  if (view === "scores") {
    const [x, y] = on.map((j) => (j === null ? 0 : REACH * Math.sqrt(m.explainedVariance[j] ?? 0))) as [number, number];
    return [
      [-x, -y],
      [x, y],
    ];
  }
  const [ax, ay] = p.anchor;
  const tips = Array.from({ length: Math.min(k, MOST_ARROWS) }, (_, j): Vec2 => {
    const [x, y] = shadow(p, m, j);
    return [ax + x, ay + y];
  });
  const [a, b2, c, d] = ellipseOf(p);
  const half: Vec2 = [Math.hypot(a, b2), Math.hypot(c, d)];
  return [p.anchor, p.mean, ...tips, [ax - half[0], ay - half[1]], [ax + half[0], ay + half[1]]];
});
/** Component arrows drawn at most. */
export const MOST_ARROWS = 6;

/** The stage's size belongs to the window, not to the state. */
export const size = cell<Size>({ width: 800, height: 600 });
export const bounds = derive([points, marks], boundsOf);
export const view = derive(
  [size, bounds, source((s) => s.pca.middle as Vec2), source((s) => s.pca.span), still.view],
  (box, around, middle, span, held) => held ?? (span === 0 ? fitted(box, around) : view2d(box, middle, span)),
);

const classes = source(shared.pointClasses);
/** Whether some row has no class: the legend then says what grey means. */
export const someUnclassed = derive([colour], (column) => column?.codes.includes(-1) ?? false);
/** The points in their classes' colours, or all in one. */
export const cloud = derive([points, classes], (xy, codes) => ({ xy, classes: codes }));

/** Row under the pointer, here or in the table; −1 for none. */
export const hovered = {
  ...source((s) => s.pointedRow),
  set: (row: number) => store.setState({ pointedRow: row }),
};
/** Row whose card stays open, −1 for none. */
export const pinned = derive([source((s) => s.pca.point), rows], (point, x) => (point > x.rows ? -1 : point - 1));
/** Row whose card is shown. */
export const told = derive([hovered, pinned, rows, still.view, still.extent], (under, chosen, x, ...held) => {
  // What a card says is settled, and a point in the hand is not.
  if (held.some((one) => one !== null)) return -1;
  return under >= 0 && under < x.rows ? under : chosen;
});

/** Where the handle of the reader's line stands. */
export const handle = derive([plane, guess], (p, g): Vec2 => {
  if (!p || !g) return [0, 0];
  const r = handleReach(g);
  return [p.anchor[0] + r * g.direction[0], p.anchor[1] + r * g.direction[1]];
});

/** A change after which the picture is another one: the view fits itself to it. */
export const REFIT = { middle: DEFAULTS.pca.middle, span: DEFAULTS.pca.span, span3: DEFAULTS.pca.span3 };
