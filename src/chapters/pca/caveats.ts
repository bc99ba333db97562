/** What is peculiar about these components, in words: directions that are arbitrary, and components that hold nothing. */
import type { Pca } from "../../math";
import { covarianceEntry, equalVariances } from "./model";
import { usedNames } from "./plane";
import { someNames } from "./someNames";

/** One sentence for each; none for components of which nothing need be said. O(dk). */
export function caveats(model: Pca, names: readonly string[], centre: boolean): readonly string[] {
  const { explainedVariance: lambda, zeroVariance, n } = model;
  const used = usedNames(model, names);
  const d = used.length;
  const rank = lambda.filter((value) => value > zeroVariance).length;
  if (d === 1)
    return [`${used[0]} is the only feature, so PC1 is that feature${centre ? ", counted from its mean" : ""}.`];
  const span = centre ? n - 1 : n;
  return [
    ...(rank === 1 ? ["All rows lie on one line: PC1 holds everything, and no other component varies."] : []),
    ...(rank > 1 && rank < d
      ? [`The rows vary in ${rank} of ${d} dimensions: what is beyond PC${rank} does not vary.`]
      : []),
    ...(rank === span && rank < d ? [`${n} rows can vary in no more than ${count(span, "dimension")}.`] : []),
    ...equalVariances(model)
      .filter(([from]) => from < rank)
      .map(equalWords),
    ...stillWords(!centre ? [] : used.filter((_, j) => !(covarianceEntry(model, j, j) > zeroVariance))),
  ];
}

function equalWords([from, to]: readonly [number, number]): string {
  const which = `PC${from + 1} ${to - from > 1 ? "to" : "and"} PC${to + 1}`;
  return `${which} keep the same variance, so their directions are arbitrary: turned among themselves they keep as much.`;
}

function stillWords(still: readonly string[]): readonly string[] {
  if (still.length === 0) return [];
  const one = still.length === 1;
  return [
    `${someNames(still)} ${one ? "is" : "are"} the same in every row, and ${one ? "has" : "have"} no part in any component.`,
  ];
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
