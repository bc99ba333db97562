/** The picture in space in words: for screen readers, captions and the line under the stage. */
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { dragWords } from "../dragWords";
import { leadWords, rowsWords, vector } from "../sentence";
import { dataset, features, model, notes, outcome, which } from "../sources";
import { biplotArrows, lacks, trio, turn, way3 } from "./sources";
import { titles3 } from "./titles";

/** How far the picture has turned, in words; empty before it does. */
export function turnWords(t: number, components: string): string {
  if (t <= 0) return "";
  if (t >= 1) return `The picture has turned all the way: the points are their scores on ${components}.`;
  return `The picture has turned ${Math.round(100 * t)} % of the way from the features to ${components}.`;
}

const arrows = derive([model, which, biplotArrows, turn, way3, trio], (m, view, b, t, way, ks) => {
  if (!m) return "";
  const used = m.columns.length;
  if (b) {
    const some = b.arrows.length < used ? `The ${b.arrows.length} longest of ${used} arrows` : "Arrows";
    return `${some} are loadings × ${formatNumber(b.factor)}; points are scores, as they are.`;
  }
  if (view !== "original") return "";
  if (t <= 0) return used > 3 ? `Each v is the shadow of its arrow in ${used} dimensions on these three.` : "";
  const [x = 0, y = 1, z = 2] = ks ?? [];
  const round = way?.mirrored ? ` ${vector(z)} is taken the other way round, since turning alone does not mirror.` : "";
  return `${turnWords(t, `PC${x + 1}, PC${y + 1} and PC${z + 1}`)}${round} Black arrows are the features' axes.`;
});

/** What the picture alone does not say. */
export const notes3 = derive([dataset, arrows, lacks, dragWords], (of, own, missing, moving) => {
  if (missing !== "" || !of) return "";
  return moving !== "" ? moving : `${own} ${of.rows === of.held ? "" : rowsWords(of)}`.trim();
});

/** The text twin. */
export const description3 = derive(
  [dataset, features, outcome, lacks, which, titles3, trio, arrows, notes],
  (of, names, found, missing, view, titles, ks, own, said) => {
    if (missing !== "" || !of || found.kind === "none") return missing;
    const what = view === "original" ? "Drawn in space" : "Drawn in space: scores";
    const axes = view === "original" ? titles : (ks ?? []).map((k) => `PC${k + 1}`);
    const on = axes.length === 3 ? `${view === "original" ? ":" : ","} ${axes[0]}, ${axes[1]} and ${axes[2]}` : "";
    return `${leadWords(of, names, found.pca, said)} ${what}${on}. ${own}`.trim();
  },
);
