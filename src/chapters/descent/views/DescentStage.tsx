import type { Snapshot, Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { clipLine, ellipsePath, gridPaths, linePath } from "../../../scene/paths";
import { Stage } from "../../../scene/Stage";
import { derive, type Source } from "../../../scene/source";
import { toPixel, type View2d } from "../../../scene/view2d";
import { beginGesture, cancelGesture, commit, endGesture } from "../../../state/history";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { contour, sentence } from "../model";
import { bowl, current, learningRate, optimiser, size, start, step, steps, view } from "../sources";
import { DescentCharts } from "./DescentCharts";
import css from "./DescentStage.module.css";

const ORIGIN: Vec2 = [0, 0];
const LEVELS = 14;
/** Pixels beyond which a path is not drawn: it has left the picture long before. */
const FAR = 1e5;

const grid = derive([view], (v) => gridPaths(v, [1, 0, 0, 1]).lines);
/** Contours at losses in equal ratio, from the corner of the view inwards. */
const contours = Array.from({ length: LEVELS }, (_, k) =>
  derive([view, bowl], (v, b) => {
    const reach = Math.hypot(v.width, v.height) / v.unit / 2;
    const level = (b.lambda[1] * reach * reach) / 2;
    return ellipsePath(v, contour(b, level * 2 * 0.45 ** k));
  }),
);
const lines = [0, 1].map((k) => derive([view, bowl], (v, b) => linePath(v, ORIGIN, b.directions[k as 0 | 1])));
const lineLabels = [0, 1].map((k) =>
  derive([view, bowl], (v, b): LabelPlace => {
    const ends = clipLine(v, ORIGIN, b.directions[k as 0 | 1]);
    if (!ends) return { text: "", at: null };
    const end = ends[0][1] < ends[1][1] ? ends[0] : ends[1];
    const [ox, oy] = toPixel(v, ORIGIN);
    const at: [number, number] = [ox + (end[0] - ox) * 0.75 + 10, oy + (end[1] - oy) * 0.75 - 8];
    return {
      text: `λ${"₁₂"[k]} = ${formatNumber(b.lambda[k as 0 | 1])}`,
      at: [Math.max(8, Math.min(v.width - 90, at[0])), Math.max(20, Math.min(v.height - 12, at[1]))],
    };
  }),
);

const pixels = (v: View2d, run: readonly Snapshot[]): Vec2[] => {
  const all = run.map(({ x }) => toPixel(v, [x[0] ?? 0, x[1] ?? 0]));
  const away = all.findIndex(([x, y]) => !(Math.abs(x) < FAR && Math.abs(y) < FAR));
  return away < 0 ? all : all.slice(0, away);
};
const put = ([x, y]: Vec2) => `${x.toFixed(1)} ${y.toFixed(1)}`;
const walk = (points: readonly Vec2[]) => (points.length > 1 ? `M${points.map(put).join("L")}` : "");
const whole = derive([view, steps], (v, run) => walk(pixels(v, run)));
const walked = derive([view, steps, step], (v, run, k) => walk(pixels(v, run.slice(0, k + 1))));
const dots = derive([view, steps], (v, run) =>
  pixels(v, run)
    .slice(1)
    .map(([x, y]) => `M${put([x - 2.6, y])}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0`)
    .join(""),
);
const here: Source<Vec2> = derive([current], ({ x }): Vec2 => [x[0] ?? 0, x[1] ?? 0]);
const marker = derive([view, here], (v, at) => {
  const [x, y] = toPixel(v, at);
  return Math.abs(x) < FAR && Math.abs(y) < FAR ? `M${put([x - 6, y])}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0` : "";
});
const beside = (text: Source<string>, at: Source<Vec2>) =>
  derive([view, text, at], (v, words, point): LabelPlace => {
    const [x, y] = toPixel(v, point);
    return {
      text: words,
      at: [Math.max(6, Math.min(v.width - 40, x + 10)), Math.max(18, Math.min(v.height - 8, y - 14))],
    };
  });
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const subscript = (k: number) => [...String(k)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");
const startLabel = beside(
  derive([step], () => "w₀"),
  start,
);
const hereLabel = beside(
  derive([step], (k) => (k === 0 ? "" : `w${subscript(k)}`)),
  here,
);
const description = derive([bowl, optimiser, learningRate, steps, source((s) => s.descent.step)], sentence);

const words = (p: Vec2) => `${formatNumber(p[0])}, ${formatNumber(p[1])}`;
const gesture = {
  onStart: beginGesture,
  onEnd: endGesture,
  onCancel: cancelGesture,
  onMove: (to: Vec2) => update("descent", { start: to }),
};
const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("descent", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("descent", { centre: ORIGIN, span: 0 })),
};

export function DescentStage() {
  return (
    <div className={css.split}>
      <div className={css.surface}>
        <Stage
          label="Contours of the loss and the path"
          description={description}
          onResize={size.set}
          panZoom={panZoom}
        >
          <PathMark d={grid} className={css.grid} />
          {contours.map((d, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the levels are a fixed list
            <PathMark key={k} d={d} className={css.contour} />
          ))}
          {lines.map((d, k) => (
            <PathMark key={k === 0 ? "steep" : "gentle"} d={d} className={css.eigen} />
          ))}
          <PathMark d={whole} className={css.whole} />
          <PathMark d={walked} className={css.walked} />
          <PathMark d={dots} className={css.dots} />
          <PathMark d={marker} className={css.marker} />
          {lineLabels.map((place, k) => (
            <LabelMark key={k === 0 ? "steep" : "gentle"} place={place} className={css.eigenLabel} />
          ))}
          <LabelMark place={startLabel} />
          <LabelMark place={hereLabel} className={css.hereLabel} />
          <Handle name="Start w₀" tone="ink" view={view} position={start} inWords={words} gesture={gesture} />
        </Stage>
      </div>
      <DescentCharts />
    </div>
  );
}
