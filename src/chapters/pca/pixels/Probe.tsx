import { useRef } from "react";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { derive } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import { spanOf, toPixel, type View2d } from "../../../scene/view2d";
import { beginGesture, cancelGesture, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useSettled } from "../../../state/useSettled";
import { pair, view } from "../sources";
import { AxisPictures } from "./AxisPictures";
import { PixelPicture } from "./PixelPicture";
import css from "./pixels.module.css";
import { nearestClass, probe, probeImage } from "./sources";

/** Zero where only rounding is left of a score, which is a billionth of what is seen. */
const near0 = (score: number) => (Math.abs(score) < 1e-9 * spanOf(view.get()) ? 0 : score);
const gesture = {
  onStart: beginGesture,
  onMove: ([x, y]: Vec2) => update("pca", { probe: [near0(x), near0(y)] }),
  onEnd: endGesture,
  onCancel: cancelGesture,
};
const inWords = ([x, y]: Vec2) => {
  const [a, b] = pair.get();
  const nearest = nearestClass.get();
  const scores = `PC${a + 1} ${formatNumber(x)}, PC${(b ?? 0) + 1} ${formatNumber(y)}`;
  return nearest === "" ? scores : `${scores}; the nearest class mean is that of ${nearest}`;
};

/** The point that is moved about on the scores: a handle on the stage. */
export const ProbeHandle = () => (
  <Handle name="Probe" tone="ink" view={view} position={probe} inWords={inWords} gesture={gesture} />
);

const place = derive([view, probe], (v, at) => ({ v, at: toPixel(v, at) }));
/** Pixels at the top of the stage that its tools take. */
const BELOW = 48;
const beside = (node: HTMLElement, { v, at: [x, y] }: { readonly v: View2d; readonly at: Vec2 }) => {
  const { offsetWidth: w, offsetHeight: h } = node;
  const left = x + 22 + w > v.width ? x - w - 22 : x + 22;
  const top = Math.max(BELOW, Math.min(v.height - h - 4, y - h - 8));
  node.style.transform = `translate(${Math.max(4, left).toFixed(1)}px, ${top.toFixed(1)}px)`;
};

/** What the probe stands for, beside it: x̂ = mean + Vₖy. */
function ProbePicture() {
  const ref = useRef<HTMLDivElement>(null);
  usePaint(ref, place, beside);
  return (
    <div ref={ref} className={css.probe}>
      <PixelPicture image={probeImage} label="What the probe stands for: the mean and its two scores" size={84} />
      mean + V y
    </div>
  );
}

/** What lies over the scores of pictures: those of the two components, and the probe's. */
export const ProbeOverlay = () => (
  <>
    <AxisPictures on={useSettled(pair)} />
    <ProbePicture />
  </>
);
