import type { Snapshot, Vec2 } from "../../../math";
import { AxisTicks } from "../../../scene/AxisTicks";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { clipLine, linePath } from "../../../scene/paths";
import { Stage } from "../../../scene/Stage";
import { derive, type Source } from "../../../scene/source";
import { toPixel, type View2d } from "../../../scene/view2d";
import { beginGesture, cancelGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import { setStart } from "../acts";
import {
  bowl,
  description,
  here,
  holdView,
  loss,
  note,
  releaseView,
  size,
  start,
  state,
  step,
  steps,
  valley,
  view,
  walkable,
} from "../sources";
import { contourPath, LEVELS, levelsIn } from "./contours";
import { DescentCharts } from "./DescentCharts";
import css from "./DescentStage.module.css";

/** Pixels beyond which a path is not drawn: it has left the picture long before. */
const FAR = 1e5;

const levels = derive([view, valley], (v, ground) => (ground ? levelsIn(v, ground) : []));
const contours = Array.from({ length: LEVELS }, (_, k) =>
  derive([view, bowl, levels], (v, ground, all) => {
    const level = all[k];
    return level === undefined ? "" : contourPath(v, ground, level);
  }),
);
const lines = ([0, 1] as const).map((k) =>
  derive([view, valley], (v, ground) => (ground ? linePath(v, ground.minimum, ground.directions[k]) : "")),
);
const lineLabels = ([0, 1] as const).map((k) =>
  derive([view, valley], (v, ground): LabelPlace => {
    const ends = ground && clipLine(v, ground.minimum, ground.directions[k]);
    if (!ends) return { text: "", at: null };
    const end = ends[0][1] < ends[1][1] ? ends[0] : ends[1];
    const [ox, oy] = toPixel(v, ground.minimum);
    const at: [number, number] = [ox + (end[0] - ox) * 0.75 + 10, oy + (end[1] - oy) * 0.75 - 8];
    const [large] = ground.lambda;
    return {
      text: `λ${"₁₂"[k]} = ${formatNumber(ground.lambda[k], large)}`,
      at: [Math.max(8, Math.min(v.width - 96, at[0])), Math.max(24, Math.min(v.height - 32, at[1]))],
    };
  }),
);
const minimum = derive([view, valley], (v, ground) => {
  const [x, y] = ground ? toPixel(v, ground.minimum) : [FAR, FAR];
  return Math.abs(x) < FAR && Math.abs(y) < FAR ? `M${put([x - 5, y])}h10M${put([x, y - 5])}v10` : "";
});

const pixels = (v: View2d, run: readonly Snapshot[]): Vec2[] => {
  const all = run.map(({ x }) => toPixel(v, [x[0] ?? 0, x[1] ?? 0]));
  const away = all.findIndex(([x, y]) => !(Math.abs(x) < FAR && Math.abs(y) < FAR));
  return away < 0 ? all : all.slice(0, away);
};
const put = ([x, y]: Vec2) => `${x.toFixed(1)} ${y.toFixed(1)}`;
const walk = (points: readonly Vec2[]) => (points.length > 1 ? `M${points.map(put).join("L")}` : "");
const disc = ([x, y]: Vec2, r: number) => `M${put([x - r, y])}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const whole = derive([view, steps], (v, run) => walk(pixels(v, run)));
const walked = derive([view, steps, step], (v, run, k) => walk(pixels(v, run.slice(0, k + 1))));
const dots = derive([view, steps], (v, run) =>
  pixels(v, run)
    .slice(1)
    .map((at) => disc(at, 2.6))
    .join(""),
);
const marker = derive([view, here, valley], (v, at, ground) => {
  const [x, y] = toPixel(v, at);
  return ground && Math.abs(x) < FAR && Math.abs(y) < FAR ? disc([x, y], 6) : "";
});
const beside = (text: Source<string>, at: Source<Vec2>) =>
  derive([view, text, at], (v, words, point): LabelPlace => {
    const [x, y] = toPixel(v, point);
    return {
      text: words,
      at: [Math.max(6, Math.min(v.width - 40, x + 12)), Math.max(20, Math.min(v.height - 30, y - 14))],
    };
  });
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const subscript = (k: number) => [...String(k)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");
const startLabel = beside(
  derive([valley], (ground) => (ground ? "w₀" : "")),
  start,
);
const hereLabel = beside(
  derive([step], (k) => (k === 0 ? "" : `w${subscript(k)}`)),
  here,
);
const axisX = derive([loss], (kind) => (kind === "quadratic" ? "w₁" : "w₁, slope"));
const axisY = derive([loss], (kind) => (kind === "quadratic" ? "w₂" : "w₂, intercept"));
const advice = derive([state], (s) => s.advice);
const diverges = derive([advice], (words) => words !== "");

const words = (p: Vec2) => `${formatNumber(p[0])}, ${formatNumber(p[1])}`;
const finish = (end: () => void) => () => {
  releaseView();
  end();
};
const gesture = {
  onStart: () => {
    holdView();
    beginGesture();
  },
  onEnd: finish(endGesture),
  onCancel: finish(cancelGesture),
  onMove: setStart,
};
const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("descent", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("descent", { centre: [0, 0], span: 0 })),
};

export function DescentStage() {
  const showContours = useParameter((s) => s.descent.showContours);
  const showEigen = useParameter((s) => s.descent.showEigen);
  const canWalk = useSource(walkable);
  return (
    <div className={css.split}>
      <div className={css.surface}>
        <Stage
          label="Contours of the loss and the path"
          description={description}
          onResize={size.set}
          panZoom={panZoom}
        >
          {showContours &&
            contours.map((d, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the levels are a fixed list
              <PathMark key={k} d={d} className={css.contour} />
            ))}
          {canWalk && <AxisTicks view={view} x={axisX} y={axisY} />}
          {showEigen &&
            lines.map((d, k) => <PathMark key={k === 0 ? "steep" : "gentle"} d={d} className={css.eigen} />)}
          <PathMark d={minimum} className={css.minimum} />
          <PathMark d={whole} className={css.whole} />
          <PathMark d={walked} className={css.walked} />
          <PathMark d={dots} className={css.dots} />
          <PathMark d={marker} className={css.marker} />
          {showEigen &&
            lineLabels.map((place, k) => (
              <LabelMark key={k === 0 ? "steep" : "gentle"} place={place} className={css.eigenLabel} />
            ))}
          <LabelMark place={startLabel} />
          <LabelMark place={hereLabel} className={css.hereLabel} />
          {canWalk && (
            <Handle name="Start w₀" tone="ink" view={view} position={start} inWords={words} gesture={gesture} />
          )}
        </Stage>
        {!canWalk && (
          <p className={css.empty}>
            <LiveText source={note} />
          </p>
        )}
        {useSource(diverges) && canWalk && (
          <p className={css.advice}>
            <LiveText source={advice} />
          </p>
        )}
      </div>
      <DescentCharts />
    </div>
  );
}
