/** The network's stage as shapes: test rows as rings, the row in the formula, and what the pointer is at. */
import { shownClasses } from "../../../data/selection";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { axisTicks, tickStrips } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { heatMap } from "../../../scene/marks/heatMap";
import { type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { points } from "../../../scene/marks/points";
import type { Picture } from "../../../scene/picture";
import type { Shape } from "../../../scene/shape";
import { cell, derive, type Source } from "../../../scene/source";
import type { Cloud } from "../../../scene/splat";
import { classTone } from "../../../scene/theme";
import { toPixel } from "../../../scene/view2d";
import { selection } from "../../../state/derived";
import { source } from "../../../state/source";
import { blowup, now, stageField, task, unit, wanted } from "../networkSources";
import { networkSentence, unitName } from "../networkWords";
import { inputs, view, x } from "../sources";
import type { Task } from "../task";

const meantRows = source(selection);
const NO_CLOUD: Cloud = { xy: new Float32Array(0), classes: null };
function cloudOf(of: Task, mask: Uint8Array | null, from: number, to: number): Cloud {
  const n = of.rows.length;
  const xy = new Float32Array(2 * (to - from));
  for (let i = from; i < to; i++) {
    xy[2 * (i - from)] = of.x[i] ?? 0;
    xy[2 * (i - from) + 1] = of.x[n + i] ?? 0;
  }
  const meant = mask && Uint8Array.from(of.rows.subarray(from, to), (row) => mask[row] ?? 0);
  return { xy, classes: shownClasses(of.classes?.subarray(from, to) ?? null, meant) };
}
export const trainCloud = derive([task, meantRows], (of, mask) =>
  of.kind === "missing" ? NO_CLOUD : cloudOf(of, mask, 0, of.trainRows),
);
const testCloud = derive([task, meantRows], (of, mask) =>
  of.kind === "missing" ? NO_CLOUD : cloudOf(of, mask, of.trainRows, of.rows.length),
);
export const allPoints = derive([task], (of) =>
  of.kind === "missing" ? NO_CLOUD : cloudOf(of, null, 0, of.rows.length),
);
/** Row under the pointer, in the task's order; −1 for none. */
export const hovered = cell(-1);
export const description = derive([now, task, wanted, blowup], networkSentence);

const pixelOf = ({ xy }: Cloud, i: number): Vec2 => [xy[2 * i] ?? Number.NaN, xy[2 * i + 1] ?? Number.NaN];

/** Test rows as rings, one path for each colour. */
const rings = derive([view, testCloud], (v, cloud): readonly Shape[] => {
  const byColour = new Map<string, Vec2[]>();
  for (let i = 0; 2 * i < cloud.xy.length; i++) {
    const at = toPixel(v, pixelOf(cloud, i));
    if (at[0] < -9 || at[1] < -9 || at[0] > v.width + 9 || at[1] > v.height + 9) continue;
    const tone = classTone(cloud.classes?.[i] ?? -1);
    byColour.set(tone, [...(byColour.get(tone) ?? []), at]);
  }
  return [...byColour].map(([tone, at]) => ({
    ...dots(at, 4, { name: "test", tone, width: 2 }),
    fill: "paper",
    fillOpacity: 0.75,
  }));
});

const chosen = derive([view, x, task], (v, at, of): readonly Shape[] =>
  of.kind === "missing" ? [] : [dots([toPixel(v, at)], 8, { name: "chosen", tone: "ink", width: 2 })],
);

const axis = (k: 0 | 1) => derive([inputs], (of) => (of?.axes[k] ? `${of.axes[k].name}, standardised` : ""));
const ticks = derive([view, axis(0), axis(1)], axisTicks);

/** The unit that is looked at, and the row under the pointer. */
const words = derive([view, unit, now, hovered, allPoints], (v, id, at, i, cloud): readonly Shape[] => {
  if (!at) return [];
  const of = at.run.task;
  const look = { tone: "ink", face: "ui", size: 13 } as const;
  const labels: Label[] = [];
  if (id) {
    const text = unitName(of, id.layer, id.unit, at.run.shape.sizes.length);
    labels.push({ name: "unit", text, near: [40, v.height - 40], ...look });
  }
  if (i >= 0 && 2 * i < cloud.xy.length) {
    const is = of.classes ? (of.levels[of.classes[i] ?? 0] ?? "") : formatNumber((of.target[i] ?? 0) * of.sd + of.mean);
    const text = `row ${(of.rows[i] ?? 0) + 1} · ${is} · ${i < of.trainRows ? "training" : "test"}`;
    labels.push({ name: "hint", text, near: toPixel(v, pixelOf(cloud, i)), ...look });
  }
  return placeLabels(labels, tickStrips(v), v);
});

export const networkShapes: Source<readonly Shape[]> = derive([rings, chosen, ticks, words], (...parts) =>
  parts.flat(),
);

/** The stage as it stands now; null where there is nothing to learn. */
export function networkPicture(): Picture | null {
  if (task.get().kind === "missing") return null;
  const v = view.get();
  const field = stageField.get();
  return {
    width: v.width,
    height: v.height,
    rasters: [...(field ? [heatMap(field)] : []), points(v, trainCloud.get(), { opacity: 1 })],
    shapes: networkShapes.get(),
    title: "What the network answers over the plane",
    description: description.get(),
  };
}
