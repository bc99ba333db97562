import { useEffect, useRef } from "react";
import { activations, type Vec2 } from "../../../math";
import { AxisTicks } from "../../../scene/AxisTicks";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { arrowPaths, gridPaths } from "../../../scene/paths";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { cell, derive, type Source } from "../../../scene/source";
import { toPixel, type View2d } from "../../../scene/view2d";
import { beginGesture, cancelGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { actOf, carry, carryPoint, foldLine, layerSentence } from "../model";
import {
  carried,
  inputs,
  layer,
  moveOrigin,
  moveTip,
  origin,
  progress,
  reading,
  size,
  tips,
  view,
  x,
} from "../sources";
import css from "./LayerStage.module.css";
import { Legend } from "./Legend";
import { polylinePath, warpedGrid } from "./warpPaths";

const ORIGIN: Vec2 = [0, 0];
const ghost = derive([view], (v) => gridPaths(v, [1, 0, 0, 1]));
const ghostLines = derive([ghost], (g) => g.lines);
const ghostAxes = derive([ghost], (g) => g.axes);
const grid = derive([view, layer, progress], warpedGrid);
const gridLines = derive([grid], (g) => g.lines);
const gridAxes = derive([grid], (g) => g.axes);
const folds = derive([view, layer, progress], (v, l, p) =>
  ([0, 1] as const)
    .map((k) => foldLine(l, k))
    .map((line) => (line ? polylinePath(v, carry(l, p, line, new Float64Array(line.length))) : ""))
    .join(""),
);

const arrow = (from: Source<Vec2>, to: Source<Vec2>) => {
  const paths = derive([view, from, to], arrowPaths);
  return { shaft: derive([paths], (p) => p.shaft), head: derive([paths], (p) => p.head) };
};
const zero: Source<Vec2> = derive([view], () => ORIGIN);
const arrows = { b: arrow(zero, origin), i: arrow(origin, tips[0]), j: arrow(origin, tips[1]) };

/** Where σ sends what the handles hold, joined to them, while and after it acts. */
const sent = derive([view, layer, progress, origin, tips[0], tips[1]], (v, l, p, ...held) => {
  if (p <= 2 || l.activation === "identity") return "";
  const { value } = activations[l.activation];
  return held
    .map((at) => {
      const to: Vec2 = [0, 1].map((k) => at[k as 0 | 1] + (p - 2) * (value(at[k as 0 | 1]) - at[k as 0 | 1])) as [
        number,
        number,
      ];
      const line = polylinePath(v, [...at, ...to]);
      const [px, py] = toPixel(v, to);
      return line.includes("L") ? `${line}M${(px - 4).toFixed(1)} ${py.toFixed(1)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0` : "";
    })
    .join("");
});

const chosen = derive([layer, progress, x], (l, p, at) => carryPoint(l, p, at));
const ringPath = derive([view, chosen, inputs], (v, at, now) => {
  const [px, py] = toPixel(v, at);
  if (!now || !(Math.abs(px) < 1e5 && Math.abs(py) < 1e5)) return "";
  return `M${(px - 8).toFixed(1)} ${py.toFixed(1)}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0`;
});

const inside = (v: View2d, [px, py]: Vec2): [number, number] => [
  Math.max(6, Math.min(v.width - 44, px)),
  Math.max(18, Math.min(v.height - 30, py)),
];
const label = (text: Source<string>, at: Source<Vec2>, from: Source<Vec2>): Source<LabelPlace> =>
  derive([view, text, at, from], (v, words, tip, base) => {
    const [px, py] = toPixel(v, tip);
    const right = tip[0] >= base[0];
    const up = tip[1] >= base[1];
    return { text: words, at: inside(v, [px + (right ? 14 : -16 - 9 * words.length), py + (up ? -12 : 24)]) };
  });
const named = (before: string, after: string) => derive([progress], (p) => (p === 0 ? before : after));
const labels = {
  i: label(named("î", "Wî"), tips[0], origin),
  j: label(named("ĵ", "Wĵ"), tips[1], origin),
  b: label(
    derive([progress], (p) => (p > 1 ? "b" : "")),
    origin,
    zero,
  ),
  x: label(
    derive([progress, inputs], (p, now) => (now ? (["x", "Wx", "Wx + b", "h"][actOf(p)] ?? "") : "")),
    chosen,
    origin,
  ),
};

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
const axes = [axis(0), axis(1)] as const;

const hovered = cell(-1);
const hoverLabel = derive([view, hovered, carried, inputs], (v, i, cloud, now): LabelPlace => {
  if (i < 0 || !now || 2 * i >= cloud.xy.length) return { text: "", at: null };
  const [px, py] = toPixel(v, [cloud.xy[2 * i] ?? 0, cloud.xy[2 * i + 1] ?? 0]);
  const code = now.category?.codes[i] ?? -1;
  const level = now.category?.levels[code];
  const values = now.axes.map(({ name, values: all }) => `${name} ${formatNumber(all[i] ?? 0)}`);
  const text = [`row ${i + 1}`, ...(level === undefined ? [] : [level]), ...values].join(" · ");
  return { text, at: [Math.max(6, Math.min(v.width - 6 * text.length, px + 10)), Math.max(36, py - 12)] };
});

const description = derive([layer, progress, reading], layerSentence);
const words = (p: Vec2) => `${formatNumber(p[0])}, ${formatNumber(p[1])}`;
const gesture = { onStart: beginGesture, onEnd: endGesture, onCancel: cancelGesture };
const gestures = {
  i: { ...gesture, onMove: (to: Vec2) => moveTip(0, to) },
  j: { ...gesture, onMove: (to: Vec2) => moveTip(1, to) },
  b: { ...gesture, onMove: moveOrigin },
};
const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("layer", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("layer", { centre: ORIGIN, span: 0 })),
};
const pick = {
  find: findInPlane(view.get, () => carried.get().xy),
  onHover: hovered.set,
  onPick: (index: number) => {
    if (index >= 0) commit(() => update("layer", { row: index }));
  },
};

/** The plane, its grid and the dataset's points, carried by one layer. */
export function OneLayerStage() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current ? attachPointHover(box.current, pick) : undefined), []);
  return (
    <div ref={box} className={css.surface}>
      <Stage
        label="The plane and the points under one layer"
        description={description}
        onResize={size.set}
        panZoom={panZoom}
        under={<PointsLayer view={view} cloud={carried} opacity={0.85} />}
      >
        <PathMark d={ghostLines} className={css.ghost} />
        <PathMark d={ghostAxes} className={css.axes} />
        <PathMark d={gridLines} className={css.moved} />
        <PathMark d={gridAxes} className={css.movedAxes} />
        <PathMark d={folds} className={css.fold} />
        <AxisTicks view={view} x={axes[0]} y={axes[1]} />
        <PathMark d={sent} className={css.sent} />
        <g className={css.offset}>
          <PathMark d={arrows.b.shaft} className={css.shaft} />
          <PathMark d={arrows.b.head} className={css.head} />
        </g>
        <g className={css.basisI}>
          <PathMark d={arrows.i.shaft} className={css.shaft} />
          <PathMark d={arrows.i.head} className={css.head} />
        </g>
        <g className={css.basisJ}>
          <PathMark d={arrows.j.shaft} className={css.shaft} />
          <PathMark d={arrows.j.head} className={css.head} />
        </g>
        <PathMark d={ringPath} className={css.ring} />
        <LabelMark place={labels.x} />
        <LabelMark place={labels.i} className={css.labelI} />
        <LabelMark place={labels.j} className={css.labelJ} />
        <LabelMark place={labels.b} />
        <LabelMark place={hoverLabel} className={css.hover} />
        <Handle
          name="Image of the origin, b"
          tone="ink"
          view={view}
          position={origin}
          inWords={words}
          gesture={gestures.b}
        />
        <Handle
          name="Image of î, first column of W"
          tone="basis-i"
          view={view}
          position={tips[0]}
          inWords={words}
          gesture={gestures.i}
        />
        <Handle
          name="Image of ĵ, second column of W"
          tone="basis-j"
          view={view}
          position={tips[1]}
          inWords={words}
          gesture={gestures.j}
        />
      </Stage>
      <Legend />
    </div>
  );
}
