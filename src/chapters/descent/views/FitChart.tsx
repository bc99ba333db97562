import { extent, scaleLinear } from "d3";
import { useId, useLayoutEffect, useRef } from "react";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { PointsLayer } from "../../../scene/PointsLayer";
import { linePath } from "../../../scene/paths";
import { cell, derive, type Source } from "../../../scene/source";
import type { Cloud } from "../../../scene/splat";
import { usePaint } from "../../../scene/usePaint";
import type { Size, View2d } from "../../../scene/view2d";
import { LiveText } from "../../../ui/LiveText";
import { columns, dataset, lineBest, lineNow, x, y } from "../sources";
import css from "./DescentCharts.module.css";

const MARGIN = { left: 8, right: 8, top: 22, bottom: 48 };
const TICKS = 4;
const size = cell<Size>({ width: 200, height: 180 });

/** Axes of their own for x and y; the canvas and the lines count in pixels of the chart, y upwards. */
const axes = derive([columns, size], (held, { width, height }) => {
  const axis = (values: Float64Array | undefined, from: number, to: number) => {
    const [low = 0, high = 1] = values ? extent(values) : [];
    // One value alone has no range; it stands in the middle of one.
    const room = high > low ? (high - low) * 0.06 : Math.abs(high) || 1;
    return scaleLinear([low - room, high + room], [from, to]);
  };
  return {
    right: axis(held?.xs, MARGIN.left, width - MARGIN.right),
    up: axis(held?.ys, MARGIN.bottom, height - MARGIN.top),
  };
});
const view = derive(
  [size],
  ({ width, height }): View2d => ({ width, height, centre: [width / 2, height / 2], unit: 1 }),
);
const cloud = derive([columns, axes], (held, { right, up }): Cloud => {
  const xy = new Float32Array(2 * (held?.xs.length ?? 0));
  for (let i = 0; held && i < held.xs.length; i++) {
    xy[2 * i] = right(held.xs[i] ?? 0);
    xy[2 * i + 1] = up(held.ys[i] ?? 0);
  }
  return { xy, classes: null };
});
/** The line through two points of it, in pixels; '' where it is too steep or too far to be drawn. */
const drawn = (line: Source<Vec2 | null>) =>
  derive([line, axes, view], (of, { right, up }, v) => {
    if (!of) return "";
    const [from, to] = right.domain() as [number, number];
    const at = (t: number): Vec2 => [right(t), up(of[0] * t + of[1])];
    const [a, b] = [at(from), at(to)];
    return linePath(v, a, [b[0] - a[0], b[1] - a[1]]);
  });
const best = drawn(lineBest);
const now = drawn(lineNow);
const frame = derive([size], ({ width, height }) => `M0 ${height - MARGIN.bottom + 8}H${width}`);
const label = (axis: "right" | "up", k: number) =>
  derive([axes, size], (both, { height }): LabelPlace => {
    const value = both[axis].ticks(TICKS)[k];
    if (value === undefined) return { text: "", at: null };
    const text = formatNumber(value, Math.max(...both[axis].domain().map(Math.abs)));
    if (axis === "right") return { text, at: [both.right(value), height - MARGIN.bottom + 21] };
    const y = height - both.up(value);
    // The ends belong to the axis and to the column's name.
    return { text, at: y > height - MARGIN.bottom - 6 || y < MARGIN.top ? null : [2, y + 4] };
  });
const ticks = (["right", "up"] as const).flatMap((axis) =>
  Array.from({ length: 2 * TICKS }, (_, k) => ({ key: `${axis} ${k}`, axis, place: label(axis, k) })),
);
const marks = derive([axes, size], ({ right }, { height }) =>
  right
    .ticks(TICKS)
    .map((value) => `M${right(value).toFixed(1)} ${height - MARGIN.bottom + 8}v4`)
    .join(""),
);
const sampled = derive([dataset], (data) =>
  data && data.held < data.rows
    ? `Showing ${data.held.toLocaleString("en")} of ${data.rows.toLocaleString("en")} points; the fit uses all rows.`
    : "",
);
const twin = derive([lineNow, lineBest, x, y], (line, least, right, up) => {
  if (!line || !least) return "No line";
  const of = (l: Vec2) => `${formatNumber(l[0])} times ${right} plus ${formatNumber(l[1])}`;
  return `${up} against ${right}. At the step shown the line is ${of(line)}; the least-squares line is ${of(least)}`;
});
const write = (node: SVGDescElement, words: string) => {
  node.textContent = words;
};

/** The points of the two columns, the line that w stands for at the step shown, and faint behind it the best one. */
export function FitChart() {
  const box = useRef<HTMLDivElement>(null);
  const description = useRef<SVGDescElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => size.set({ width: Math.max(60, node.clientWidth), height: Math.max(60, node.clientHeight) });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  usePaint(description, twin, write);
  return (
    <figure className={css.fitChart}>
      <figcaption>Model on the dataset</figcaption>
      <div ref={box} className={css.plot}>
        <PointsLayer view={view} cloud={cloud} opacity={0.75} size={0.75} />
        <svg role="img" aria-label="Points and fitted line" aria-describedby={id}>
          <desc ref={description} id={id} />
          <PathMark d={frame} className={css.rule} />
          <PathMark d={marks} className={css.rule} />
          <PathMark d={best} className={css.best} />
          <PathMark d={now} className={css.curve} />
          {ticks.map(({ key, axis, place }) => (
            <LabelMark key={key} place={place} className={axis === "right" ? css.tickX : css.tickY} />
          ))}
        </svg>
        <LiveText source={y} className={css.up} />
        <LiveText source={x} className={css.right} />
      </div>
      <p className={css.legend}>
        <span className={css.keyNow}>now</span>
        <span className={css.keyBest}>least squares</span>
      </p>
      <p className={css.note}>
        <LiveText source={sampled} />
      </p>
    </figure>
  );
}
