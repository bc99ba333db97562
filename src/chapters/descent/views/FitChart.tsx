import { extent, scaleLinear } from "d3";
import { useId, useLayoutEffect, useRef } from "react";
import { shownClasses } from "../../../data/selection";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { MarkLayer } from "../../../scene/MarkLayer";
import { tickText } from "../../../scene/marks/axisTicks";
import { line } from "../../../scene/marks/line";
import { PointsLayer } from "../../../scene/PointsLayer";
import { type Look, pathShape, type Shape } from "../../../scene/shape";
import { cell, derive, type Source } from "../../../scene/source";
import type { Cloud } from "../../../scene/splat";
import { usePaint } from "../../../scene/usePaint";
import type { Size, View2d } from "../../../scene/view2d";
import { selection } from "../../../state/derived";
import { source } from "../../../state/source";
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
const cloud = derive([columns, axes, source(selection)], (held, { right, up }, mask): Cloud => {
  const xy = new Float32Array(2 * (held?.xs.length ?? 0));
  for (let i = 0; held && i < held.xs.length; i++) {
    xy[2 * i] = right(held.xs[i] ?? 0);
    xy[2 * i + 1] = up(held.ys[i] ?? 0);
  }
  return { xy, classes: shownClasses(null, mask) };
});
/** The line through two points of it; nothing where it is too steep or too far to be drawn. */
const drawn = (of: Source<Vec2 | null>, look: Look) =>
  derive([of, axes, view], (at, { right, up }, v): readonly Shape[] => {
    if (!at) return [];
    const [from, to] = right.domain() as [number, number];
    const place = (t: number): Vec2 => [right(t), up(at[0] * t + at[1])];
    const [a, b] = [place(from), place(to)];
    return [line(v, a, [b[0] - a[0], b[1] - a[1]], look)];
  });
const best = drawn(lineBest, { name: "best", tone: "ink", dash: [5, 4], opacity: 0.55 });
const now = drawn(lineNow, { name: "line", tone: "basis-i", width: 2 });
const frame = derive([axes, size], ({ right, up }, { width, height }): readonly Shape[] => {
  const floor = height - MARGIN.bottom + 8;
  const most = (axis: typeof right) => Math.max(...axis.domain().map(Math.abs));
  const [across, upwards] = [right.ticks(TICKS), up.ticks(TICKS)];
  const rules = [`M0 ${floor}H${width}`, ...across.map((value) => `M${right(value).toFixed(1)} ${floor}v4`)];
  return [
    pathShape(rules.join(""), { name: "rules", tone: "line", width: 1 }),
    ...across.map((value) => tickText(formatNumber(value, most(right)), [right(value), floor + 13], "middle")),
    ...upwards
      .map((value) => ({ value, y: height - up(value) }))
      // The ends belong to the axis and to the column's name.
      .filter(({ y }) => y <= height - MARGIN.bottom - 6 && y >= MARGIN.top)
      .map(({ value, y }) => tickText(formatNumber(value, most(up)), [2, y + 4], "start")),
  ];
});
const shapes = derive([frame, best, now], (...parts) => parts.flat());
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
          <MarkLayer shapes={shapes} />
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
