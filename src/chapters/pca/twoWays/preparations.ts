/** The same table prepared in both ways: as measured, and each column in its own standard deviations. */

import { formatNumber } from "../../../scene/formatNumber";
import { cell, derive } from "../../../scene/source";
import type { Size } from "../../../scene/view2d";
import { pointClasses } from "../../../state/derived";
import { source } from "../../../state/source";
import { boundsOf, fitted } from "../fit";
import { loading, scoresOn } from "../model";
import { percent, usedNames } from "../plane";
import { centre, componentsFor, divisor, features, rows, told } from "../sources";

const NOTHING = new Float32Array(0);
const classes = source(pointClasses);

/** Everything that one half of the stage shows. */
export function createHalf(standardise: boolean) {
  const size = cell<Size>({ width: 400, height: 500 });
  const outcome = componentsFor(
    derive([centre, divisor], (centred, by) => ({ centre: centred, standardise, divisor: by })),
  );
  const model = derive([outcome], (found) => (found.kind === "found" ? found.pca : null));
  const points = derive([model, rows], (m, x) => {
    if (!m) return NOTHING;
    const y = scoresOn(m, x, [0, 1]);
    return Float32Array.from(y.data);
  });
  const view = derive([size, points], (box, xy) => fitted(box, boundsOf(xy, [])));
  return {
    title: standardise ? "Standardised" : "As measured",
    size,
    outcome,
    model,
    points,
    view,
    cloud: derive([points, classes], (xy, codes) => ({ xy, classes: codes })),
    axes: derive(
      [model],
      (m) => [0, 1].map((k) => `PC${k + 1} (${percent(m?.explainedVarianceRatio[k] ?? 0)})`) as [string, string],
    ),
    /** What PC1 is made of, the largest loadings first. */
    words: derive([model, outcome, features], (m, found, names) => {
      if (!m) return found.kind === "none" ? found.reason : "";
      const used = usedNames(m, names);
      const order = [...used.keys()].sort((a, b) => Math.abs(loading(m, b, 0)) - Math.abs(loading(m, a, 0)));
      const parts = order.slice(0, 3).map((j) => `${used[j]} ${formatNumber(loading(m, j, 0))}`);
      return `PC1 keeps ${percent(m.explainedVarianceRatio[0] ?? 0)} and is made of ${parts.join(", ")}${order.length > 3 ? " …" : "."}`;
    }),
  };
}
export type Half = ReturnType<typeof createHalf>;
const RAW = createHalf(false);
const FAIR = createHalf(true);
export const HALVES: readonly Half[] = [RAW, FAIR];

/** Part of PC1 that is owed to a feature beyond which it is that feature rather than a mixture. */
const ALONE = 0.8;
/** Which column outweighs the others as measured, and what is left of that once each has one vote. */
export const verdict = derive([RAW.model, FAIR.model, features], (raw, fair, names) => {
  if (!raw || !fair) return "";
  const used = usedNames(raw, names);
  const lead = [...used.keys()].reduce(
    (a, b) => (Math.abs(loading(raw, b, 0)) > Math.abs(loading(raw, a, 0)) ? b : a),
    0,
  );
  const share = loading(raw, lead, 0) ** 2;
  if (share < ALONE) return "No single column outweighs the others: both preparations mix several.";
  const there = usedNames(fair, names).indexOf(used[lead] ?? "");
  const after = there < 0 ? 0 : loading(fair, there, 0) ** 2;
  return `As measured, PC1 is ${used[lead]} to ${percent(share)}: its unit makes its numbers the largest. Standardised, ${percent(after)} of PC1 is owed to it.`;
});
export const description = derive([RAW.words, FAIR.words, verdict, told], (raw, fair, judged, row) => {
  const shown = row >= 0 ? ` Row ${row + 1} is shown in both.` : "";
  return `Scores on PC1 and PC2 in both preparations. As measured: ${raw} Standardised: ${fair} ${judged}${shown}`;
});
