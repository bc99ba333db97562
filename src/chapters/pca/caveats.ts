/** What is peculiar about these components, in words: directions that are arbitrary, and components that hold nothing. */
import type { Pca } from "../../math";
import { covarianceEntry } from "./model";
import { usedNames } from "./plane";
import { vector } from "./sentence";

/** Part of λ by which two may differ and count as equal. */
const EQUAL = 1e-9;
const MOST_NAMED = 5;
const eigenvalue = (k: number) => vector(k).replace("v", "λ");

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
    ...runs(lambda.subarray(0, rank), zeroVariance).map(equalWords),
    ...stillWords(!centre ? [] : used.filter((_, j) => !(covarianceEntry(model, j, j) > zeroVariance))),
  ];
}

/** Runs of two or more equal λ, as first and last. */
function runs(lambda: Float64Array, zero: number): readonly (readonly [number, number])[] {
  const equal = (a: number, b: number) => a - b <= Math.max(EQUAL * a, zero);
  const starts = [...lambda.keys()].filter((k) => k === 0 || !equal(lambda[k - 1] as number, lambda[k] as number));
  return starts
    .map((from, at) => [from, (starts[at + 1] ?? lambda.length) - 1] as const)
    .filter(([from, to]) => to > from);
}

function equalWords([from, to]: readonly [number, number]): string {
  const all = Array.from({ length: to - from + 1 }, (_, k) => eigenvalue(from + k));
  const listed = all.length <= MOST_NAMED ? all.join(" = ") : `${all[0]} = … = ${all.at(-1)}`;
  const where = all.length === 2 ? "their plane" : `their ${all.length} dimensions`;
  return `${listed}: which directions in ${where} are PC${from + 1} ${all.length === 2 ? "and" : "to"} PC${to + 1} is arbitrary.`;
}

function stillWords(still: readonly string[]): readonly string[] {
  if (still.length === 0) return [];
  const rest = still.length > MOST_NAMED ? ` and ${still.length - MOST_NAMED} more` : "";
  const one = still.length === 1;
  return [
    `${still.slice(0, MOST_NAMED).join(", ")}${rest} ${one ? "is" : "are"} the same in every row, and ${one ? "has" : "have"} no part in any component.`,
  ];
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
