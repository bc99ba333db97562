import { useMemo } from "react";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { PointsLayer } from "../../../scene/PointsLayer";
import { arrowPaths, clipLine, ellipsePath, gridPaths, linePath, polygonPath } from "../../../scene/paths";
import { Stage } from "../../../scene/Stage";
import { derive, type Source } from "../../../scene/source";
import { toPixel, type View2d } from "../../../scene/view2d";
import { beginGesture, cancelGesture, commit, endGesture } from "../../../state/history";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { pointWords, sentence } from "../model";
import { eigenlines, snapToEigenline } from "../snap";
import { cloud, matrix, reading, setColumn, shown, shownAx, shownI, shownJ, size, view, x } from "../sources";
import css from "./TransformStage.module.css";

const IDENTITY = [1, 0, 0, 1] as const;
const ORIGIN: Vec2 = [0, 0];

const ghost = derive([view], (v) => gridPaths(v, IDENTITY));
const moved = derive([view, shown], gridPaths);
const circle = derive([view], (v) => ellipsePath(v, IDENTITY));
const ellipse = derive([view, shown], (v, m) => ellipsePath(v, m));
const square = derive([view, shown], (v, m) =>
  polygonPath(v, [ORIGIN, [m[0], m[2]], [m[0] + m[1], m[2] + m[3]], [m[1], m[3]]]),
);
const showInverse = source((state) => state.transform.showInverse);

const eigenline = (k: 0 | 1) =>
  derive([view, reading], (v, { eig }) => {
    const line = eigenlines(eig)[k];
    return line ? linePath(v, ORIGIN, line) : "";
  });
const eigenlabel = (k: 0 | 1): Source<LabelPlace> =>
  derive([view, reading], (v, { eig, scale }) => {
    const line = eigenlines(eig)[k];
    const ends = line ? clipLine(v, ORIGIN, line) : null;
    if (!ends) return { text: "", at: null };
    const value = eig.kind === "real" ? eig.values[k] : eig.kind === "defective" ? eig.value : 0;
    const end = ends[0][1] < ends[1][1] ? ends[0] : ends[1];
    const [ox, oy] = toPixel(v, ORIGIN);
    // Most of the way out, so that the label stands clear of the vectors near the origin.
    const at: [number, number] = [ox + (end[0] - ox) * 0.72 + 10, oy + (end[1] - oy) * 0.72 - 6];
    return {
      text:
        eig.kind === "defective"
          ? `λ = ${formatNumber(value ?? 0, scale)} (twice)`
          : `λ${"₁₂"[k]} = ${formatNumber(value ?? 0, scale)}`,
      at: [Math.max(8, Math.min(v.width - 96, at[0])), Math.max(20, Math.min(v.height - 12, at[1]))],
    };
  });
const lines = [eigenline(0), eigenline(1)] as const;
const lineLabels = [eigenlabel(0), eigenlabel(1)] as const;

const arrow = (tip: Source<Vec2>) => {
  const paths = derive([view, tip], (v, to) => arrowPaths(v, ORIGIN, to));
  return { shaft: derive([paths], (p) => p.shaft), head: derive([paths], (p) => p.head) };
};
const arrows = { i: arrow(shownI), j: arrow(shownJ), x: arrow(x), ax: arrow(shownAx) };

/** A label beside a tip, on the far side from the origin. */
const beside = (text: string, tip: Source<Vec2>): Source<LabelPlace> =>
  derive([view, tip], (v: View2d, to: Vec2) => {
    const [px, py] = toPixel(v, to);
    const right = to[0] >= 0;
    const up = to[1] >= 0;
    return {
      text,
      at: [
        Math.max(6, Math.min(v.width - 40, px + (right ? 14 : -14 - 8 * text.length))),
        Math.max(18, Math.min(v.height - 8, py + (up ? -10 : 20))),
      ],
    };
  });
const names = { i: beside("Aî", shownI), j: beside("Aĵ", shownJ), x: beside("x", x), ax: beside("Ax", shownAx) };

const description = derive([matrix], sentence);
const flipped = derive([reading], ({ det }) => (det < 0 ? "flipped" : "kept"));
const inversePath = derive([view, matrix, showInverse], (v, m, on) => {
  const d = m[0] * m[3] - m[1] * m[2];
  return on && d !== 0 ? ellipsePath(v, [m[3] / d, -m[1] / d, -m[2] / d, m[0] / d]) : "";
});

const gestures = { onStart: beginGesture, onEnd: endGesture, onCancel: cancelGesture };
const onColumn = (j: 0 | 1) => ({ ...gestures, onMove: (to: Vec2) => setColumn(j, to) });
const onVector = {
  ...gestures,
  onMove: (to: Vec2, { alt }: { alt: boolean }) =>
    update("transform", { x: alt ? to : snapToEigenline(to, reading.get().eig) }),
};
const columnI = onColumn(0);
const columnJ = onColumn(1);

const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("transform", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("transform", { centre: ORIGIN, span: 0 })),
};

export function TransformStage() {
  const show = {
    grid: useParameter((s) => s.transform.showGrid),
    circle: useParameter((s) => s.transform.showCircle),
    eigen: useParameter((s) => s.transform.showEigen),
    area: useParameter((s) => s.transform.showArea),
    data: useParameter((s) => s.transform.showData),
  };
  const ghostLines = useMemo(() => derive([ghost], (g) => g.lines), []);
  const ghostAxes = useMemo(() => derive([ghost], (g) => g.axes), []);
  const movedLines = useMemo(() => derive([moved], (g) => g.lines), []);
  const movedAxes = useMemo(() => derive([moved], (g) => g.axes), []);
  const orientation = useMemo(() => derive([square, flipped], (d, side) => (side === "flipped" ? "" : d)), []);
  const reflected = useMemo(() => derive([square, flipped], (d, side) => (side === "flipped" ? d : "")), []);
  return (
    <Stage
      label="The plane and its image under A"
      description={description}
      onResize={size.set}
      panZoom={panZoom}
      under={show.data && <PointsLayer view={view} cloud={cloud} move={shown} opacity={0.55} size={0.8} />}
    >
      <PathMark d={ghostLines} className={css.ghost} />
      <PathMark d={ghostAxes} className={css.axes} />
      {show.grid && (
        <>
          <PathMark d={movedLines} className={css.moved} />
          <PathMark d={movedAxes} className={css.movedAxes} />
        </>
      )}
      {show.area && (
        <>
          <PathMark d={orientation} className={css.area} />
          <PathMark d={reflected} className={css.areaFlipped} />
        </>
      )}
      {show.circle && (
        <>
          <PathMark d={circle} className={css.circle} />
          <PathMark d={ellipse} className={css.ellipse} />
        </>
      )}
      <PathMark d={inversePath} className={css.inverse} />
      {show.eigen &&
        lines.map((line, k) => <PathMark key={k === 0 ? "first" : "second"} d={line} className={css.eigen} />)}
      <ArrowMark {...arrows.x} className={css.vector} />
      <ArrowMark {...arrows.ax} className={css.image} />
      <ArrowMark {...arrows.i} className={css.basisI} />
      <ArrowMark {...arrows.j} className={css.basisJ} />
      {show.eigen &&
        lineLabels.map((place, k) => (
          <LabelMark key={k === 0 ? "first" : "second"} place={place} className={css.eigenLabel} />
        ))}
      <LabelMark place={names.x} />
      <LabelMark place={names.ax} />
      <LabelMark place={names.i} className={css.labelI} />
      <LabelMark place={names.j} className={css.labelJ} />
      <Handle name="Vector x" tone="ink" view={view} position={x} inWords={pointWords} gesture={onVector} />
      <Handle
        name="Image of î, first column of A"
        tone="basis-i"
        view={view}
        position={shownI}
        inWords={pointWords}
        gesture={columnI}
      />
      <Handle
        name="Image of ĵ, second column of A"
        tone="basis-j"
        view={view}
        position={shownJ}
        inWords={pointWords}
        gesture={columnJ}
      />
    </Stage>
  );
}

function ArrowMark({ shaft, head, className }: { shaft: Source<string>; head: Source<string>; className?: string }) {
  return (
    <g className={className}>
      <PathMark d={shaft} className={css.shaft} />
      <PathMark d={head} className={css.head} />
    </g>
  );
}
