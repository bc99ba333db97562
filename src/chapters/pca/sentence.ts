/** The picture in words: for screen readers, captions and alternative text. */
import type { Dataset } from "../../data/dataset";
import type { Pca } from "../../math";
import { formatNumber } from "../../scene/formatNumber";
import type { Parameters } from "../../state/parameters";
import type { Biplot } from "./biplot";
import { equalVariances, loading, type Outcome } from "./model";
import { type Guess, guessWords, type Plane, percent, usedNames } from "./plane";

const count = (n: number) => n.toLocaleString("en-US");
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
/** 'v₁' for component 0. */
export const vector = (k: number): string =>
  `v${[...String(k + 1)].map((digit) => SUBSCRIPTS[Number(digit)]).join("")}`;

/** How many rows the components use and how many of them are drawn. */
export function rowsWords({ rows, held }: Dataset): string {
  return rows === held
    ? `The components use all ${count(rows)} rows, and all are drawn.`
    : `The components use all ${count(rows)} rows; a uniform sample of ${count(held)} is drawn.`;
}

/** By which way the numbers came, and why. */
export function wayWords(outcome: Outcome): string {
  if (outcome.kind === "none") return "";
  return outcome.from === "rows"
    ? "From the rows, by the SVD of X, which keeps the digits of a small λ."
    : "From n, the means and C of all rows, by the eigenvectors of C: the table is too large to decompose row by row.";
}

export interface Shown {
  readonly view: Parameters["pca"]["view"];
  readonly pair: readonly [number, number | null];
  readonly plane: Plane | null;
  readonly biplot: Biplot | null;
  /** Null while the line is not shown. */
  readonly guess: { readonly at: Guess; readonly degrees: number } | null;
}

export function sentence(
  dataset: Dataset | null,
  names: readonly string[],
  outcome: Outcome,
  { view, pair, plane, biplot, guess }: Shown,
): string {
  if (outcome.kind === "none" || !dataset) return outcome.kind === "none" ? outcome.reason : "";
  const used = usedNames(outcome.pca, names);
  return `${leadWords(dataset, names, outcome.pca)} ${picture()}`;

  function picture(): string {
    if (view === "original" && plane) {
      const axes = plane.axes[1] === null ? plane.titles[0] : `${plane.titles[0]} across and ${plane.titles[1]} up`;
      const line = guess ? ` ${guessWords(guess.at, guess.degrees)}.` : "";
      return `Drawn: ${axes}.${shadowWords(used.length, plane)}${line}`;
    }
    const on = pair[1] === null ? "PC1" : `PC${pair[0] + 1} across and PC${pair[1] + 1} up`;
    if (view === "biplot" && biplot) return `Drawn: scores, ${on}. ${biplotWords(biplot, used.length)}`;
    return `Drawn: scores, ${on}.`;
  }
}

/** What the components say of the data, whatever is drawn of it. */
export function leadWords(dataset: Dataset, names: readonly string[], pca: Pca): string {
  const used = usedNames(pca, names);
  const first = lead(pca, used);
  const what = `${dataset.name}, ${count(dataset.rows)} rows and ${used.length} feature${used.length === 1 ? "" : "s"}`;
  const second =
    pca.explainedVarianceRatio.length > 1 ? `, PC2 ${percent(pca.explainedVarianceRatio[1] as number)}` : "";
  const keeps = `PC1 keeps ${percent(pca.explainedVarianceRatio[0] ?? 0)} of the variance${second}; PC1 weighs ${first} most`;
  return [`${what}: ${keeps}.`, ...equalWords(pca)].join(" ");
}

/** A sentence for each run of components that no variance tells apart. */
export function equalWords(pca: Pca): readonly string[] {
  return equalVariances(pca).map(([from, to]) => {
    const which = `PC${from + 1} ${to - from > 1 ? "to" : "and"} PC${to + 1}`;
    const keep = (pca.explainedVariance[from] as number) <= pca.zeroVariance ? "no variance" : "the same variance";
    return `${which} keep ${keep}, so their directions are arbitrary: turned among themselves they keep as much.`;
  });
}

/** Says that arrows are shadows; empty where the picture is exact. */
export function shadowWords(used: number, plane: Plane): string {
  if (plane.axes[1] === null || used <= 2) return "";
  return ` Each v is the shadow of its arrow in ${used} dimensions on these two.`;
}

export function biplotWords({ factor, arrows }: Biplot, used: number): string {
  const some = arrows.length < used ? `The ${arrows.length} longest of ${used} arrows` : "Arrows";
  return `${some} are loadings × ${formatNumber(factor)}; points are scores, as they are.`;
}

/** The feature of the largest loading on PC1, and the loading. */
function lead(pca: Pca, used: readonly string[]): string {
  let best = 0;
  used.forEach((_, j) => {
    if (Math.abs(loading(pca, j, 0)) > Math.abs(loading(pca, best, 0))) best = j;
  });
  return `${used[best] ?? ""} (${formatNumber(loading(pca, best, 0))})`;
}
