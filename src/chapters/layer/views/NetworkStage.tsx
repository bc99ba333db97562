import { useEffect, useRef } from "react";
import { AxisTicks } from "../../../scene/AxisTicks";
import { FieldLayer } from "../../../scene/FieldLayer";
import { formatNumber } from "../../../scene/formatNumber";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { cell, derive } from "../../../scene/source";
import type { Cloud } from "../../../scene/splat";
import { CLASS_COLOURS } from "../../../scene/theme";
import { toPixel } from "../../../scene/view2d";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useNarrow } from "../../../ui/useNarrow";
import { useSource } from "../../../ui/useSource";
import { blowup, keepTrained, now, run, stageField, task, unit, wanted } from "../networkSources";
import { networkSentence, unitName } from "../networkWords";
import { inputs, size, view, x } from "../sources";
import type { Task } from "../task";
import { Legend } from "./Legend";
import { NetworkPictures } from "./NetworkPictures";
import css from "./NetworkStage.module.css";

const NO_CLOUD: Cloud = { xy: new Float32Array(0), classes: null };
function cloudOf(of: Task, from: number, to: number): Cloud {
  const n = of.rows.length;
  const xy = new Float32Array(2 * (to - from));
  for (let i = from; i < to; i++) {
    xy[2 * (i - from)] = of.x[i] ?? 0;
    xy[2 * (i - from) + 1] = of.x[n + i] ?? 0;
  }
  return { xy, classes: of.classes?.subarray(from, to) ?? null };
}
const trainCloud = derive([task], (of) => (of.kind === "missing" ? NO_CLOUD : cloudOf(of, 0, of.trainRows)));
const testCloud = derive([task], (of) =>
  of.kind === "missing" ? NO_CLOUD : cloudOf(of, of.trainRows, of.rows.length),
);
const allPoints = derive([task], (of) => (of.kind === "missing" ? NO_CLOUD : cloudOf(of, 0, of.rows.length)));

/** Test rows as rings, one path for each colour. */
const rings = Array.from({ length: CLASS_COLOURS }, (_, k) =>
  derive([view, testCloud], (v, { xy, classes }) => {
    let d = "";
    for (let i = 0; 2 * i < xy.length; i++) {
      if ((classes?.[i] ?? 0) % CLASS_COLOURS !== k) continue;
      const [px, py] = toPixel(v, [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0]);
      if (px < -9 || py < -9 || px > v.width + 9 || py > v.height + 9) continue;
      d += `M${(px - 4).toFixed(1)} ${py.toFixed(1)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`;
    }
    return d;
  }),
);

const chosenRing = derive([view, x, task], (v, at, of) => {
  const [px, py] = toPixel(v, at);
  if (of.kind === "missing" || !(Math.abs(px) < 1e5 && Math.abs(py) < 1e5)) return "";
  return `M${(px - 8).toFixed(1)} ${py.toFixed(1)}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0`;
});

const axis = (k: 0 | 1) => derive([inputs], (of) => (of?.axes[k] ? `${of.axes[k].name}, standardised` : ""));
const axes = [axis(0), axis(1)] as const;
const lookLabel = derive([unit, now, view], (id, at, v): LabelPlace => {
  if (!id || !at) return { text: "", at: null };
  return { text: unitName(at.run.task, id.layer, id.unit, at.run.shape.sizes.length), at: [16, v.height - 44] };
});

const hovered = cell(-1);
const hoverLabel = derive([view, hovered, allPoints, now], (v, i, { xy }, at): LabelPlace => {
  if (i < 0 || !at || 2 * i >= xy.length) return { text: "", at: null };
  const of = at.run.task;
  const [px, py] = toPixel(v, [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0]);
  const is = of.classes ? (of.levels[of.classes[i] ?? 0] ?? "") : formatNumber((of.target[i] ?? 0) * of.sd + of.mean);
  const text = `row ${(of.rows[i] ?? 0) + 1} · ${is} · ${i < of.trainRows ? "training" : "test"}`;
  return { text, at: [Math.max(6, Math.min(v.width - 6.5 * text.length, px + 10)), Math.max(36, py - 12)] };
});

const description = derive([now, task, wanted, blowup], networkSentence);
const missing = derive([task], (of) => (of.kind === "missing" ? of.text : ""));
const byClass = derive([task], (of) => of.kind === "classes");
const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: readonly [number, number]; span: number }) => update("layer", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("layer", { centre: [0, 0], span: 0 })),
};
const pick = {
  find: findInPlane(view.get, () => allPoints.get().xy),
  onHover: hovered.set,
  onPick: (index: number) => {
    const at = run.get()?.task.rows[index];
    if (at !== undefined) commit(() => update("layer", { row: at }));
  },
};

/** The decision surface under the points, and where there is room the network and its curves beside it. */
export function NetworkStage() {
  const box = useRef<HTMLDivElement>(null);
  const words = useSource(missing);
  const classes = useSource(byClass);
  const narrow = useNarrow();
  useEffect(keepTrained, []);
  useEffect(() => (box.current ? attachPointHover(box.current, pick) : undefined), []);
  return (
    <div className={css.split}>
      <div ref={box} className={css.surface}>
        <Stage
          label="What the network answers over the plane"
          description={description}
          onResize={size.set}
          panZoom={panZoom}
          under={
            <>
              <FieldLayer field={stageField} />
              <PointsLayer view={view} cloud={trainCloud} opacity={1} />
            </>
          }
        >
          {rings.map((d, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the classes' colours are a fixed list
            <g key={k} className={css.test} data-class={classes ? k : "none"}>
              <PathMark d={d} />
            </g>
          ))}
          <PathMark d={chosenRing} className={css.chosen} />
          <AxisTicks view={view} x={axes[0]} y={axes[1]} />
          <LabelMark place={lookLabel} className={css.look} />
          <LabelMark place={hoverLabel} className={css.look} />
        </Stage>
        {words === "" ? <Legend test /> : <p className={css.missing}>{words}</p>}
      </div>
      {words === "" && !narrow && (
        <div className={css.side}>
          <NetworkPictures />
        </div>
      )}
    </div>
  );
}
