import { useLayoutEffect, useRef } from "react";
import type { Vec2 } from "../../../math";
import { AxisTicks } from "../../../scene/AxisTicks";
import { PathMark } from "../../../scene/marks";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { gridPaths, linePath } from "../../../scene/paths";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import { percent, shadow } from "../plane";
import { biplotWords, rowsWords, sentence, shadowWords } from "../sentence";
import {
  axis,
  biplot,
  cloud,
  dataset,
  features,
  guess,
  hovered,
  model,
  outcome,
  pair,
  pinned,
  plane,
  points,
  REFIT,
  rows,
  showGuess,
  showThreads,
  size,
  told,
  view,
  which,
} from "../sources";
import { feetOnFirst, feetOnLine, MOST_THREADS, threadPath } from "../threads";
import { ClassLegend } from "./ClassLegend";
import { OriginalMarks } from "./OriginalMarks";
import overlay from "./overlay.module.css";
import css from "./PcaStage.module.css";
import { PointCard } from "./PointCard";
import { BiplotMarks, ScoreMarks } from "./ScoreMarks";

const grid = derive([view], (v) => gridPaths(v, [1, 0, 0, 1]).lines);
const anchor = derive([which, plane], (shown, p): Vec2 => (shown === "original" && p ? p.anchor : [0, 0]));
const cross = derive([view, anchor], (v, at) => linePath(v, at, [1, 0]) + linePath(v, at, [0, 1]));
const title = (k: 0 | 1) =>
  derive([which, plane, pair, model], (shown, p, on, m) => {
    if (shown === "original") return p?.titles[k] ?? "";
    const component = on[k];
    return component === null || !m ? "" : `PC${component + 1} (${percent(m.explainedVarianceRatio[component] ?? 0)})`;
  });
const [across, up] = [title(0), title(1)];

const turning = derive([which, showGuess, plane], (shown, on, p) => shown === "original" && on && p?.axes[1] != null);
const feet = derive(
  [which, showThreads, plane, model, points, rows, turning, guess],
  (shown, on, p, m, xy, x, byHand, g) => {
    if (shown !== "original" || !on || !p || !m || x.rows > MOST_THREADS) return null;
    return byHand && g ? feetOnLine(xy, p.anchor, g.direction) : feetOnFirst(p, m, x);
  },
);
const threads = derive([view, points, feet], (v, xy, ends) => (ends ? threadPath(v, xy, ends) : ""));

const ring = derive([view, points, told], (v, xy, row) => {
  if (row < 0) return "";
  const [x, y] = toPixel(v, [xy[2 * row] ?? Number.NaN, xy[2 * row + 1] ?? Number.NaN]);
  return Math.abs(x) < 1e5 && Math.abs(y) < 1e5
    ? `M${(x - 8).toFixed(1)} ${y.toFixed(1)}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0`
    : "";
});

/** The axis of the component that is pointed at, in the scree, the spectrum or here. */
const lit = derive([view, which, plane, model, pair, source((s) => s.spotlight)], (v, shown, p, m, [a, b], k) => {
  if (k === null || !m || !p || k >= m.explainedVariance.length) return "";
  if (shown === "original") return linePath(v, p.anchor, shadow(p, m, k));
  return k === a ? linePath(v, [0, 0], [1, 0]) : k === b ? linePath(v, [0, 0], [0, 1]) : "";
});

const description = derive(
  [dataset, features, outcome, which, pair, plane, biplot, guess, axis, turning],
  (of, names, found, shown, on, p, b, g, degrees, byHand) =>
    sentence(of, names, found, {
      view: shown,
      pair: on,
      plane: p,
      biplot: b,
      guess: byHand && g ? { at: g, degrees } : null,
    }),
);
/** What the picture alone does not say: that arrows are shadows, how loadings are scaled, that points are a sample. */
const notes = derive([dataset, model, which, plane, biplot], (of, m, shown, p, b) => {
  if (!of || !m) return "";
  const own =
    shown === "biplot" && b
      ? biplotWords(b, m.columns.length)
      : shown === "original" && p
        ? shadowWords(m.columns.length, p)
        : "";
  return `${own} ${of.rows === of.held ? "" : rowsWords(of)}`.trim();
});
const reason = derive([outcome], (found) => (found.kind === "none" ? found.reason : ""));

const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("pca", { middle: centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("pca", REFIT)),
};
const hover = {
  find: findInPlane(view.get, points.get),
  onHover: hovered.set,
  onPick: (row: number) => commit(() => update("pca", { point: row === pinned.get() ? 0 : row + 1 })),
};

export function PcaStage() {
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (surface.current ? attachPointHover(surface.current, hover) : undefined), []);
  const shown = useSource(which);
  const found = useSource(reason) === "";
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="The points and their principal components"
          description={description}
          onResize={size.set}
          panZoom={panZoom}
          under={
            found && (
              <>
                <svg aria-hidden="true">
                  <PathMark d={grid} className={css.grid} />
                  <PathMark d={cross} className={css.axes} />
                  <PathMark d={threads} className={css.threads} />
                </svg>
                <PointsLayer view={view} cloud={cloud} />
              </>
            )
          }
        >
          {found && (
            <>
              <PathMark d={lit} className={css.lit} />
              <AxisTicks view={view} x={across} y={up} />
              {shown === "original" && <OriginalMarks />}
              {shown === "scores" && <ScoreMarks />}
              {shown === "biplot" && <BiplotMarks />}
              <PathMark d={ring} className={css.ring} />
            </>
          )}
        </Stage>
        {found ? (
          <PointCard />
        ) : (
          <p className={overlay.empty}>
            <LiveText source={reason} />
          </p>
        )}
      </div>
      {found && (
        <>
          <ClassLegend />
          <LiveText className={overlay.notes} source={notes} />
        </>
      )}
    </div>
  );
}
