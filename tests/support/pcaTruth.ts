/** True principal components: the oracle's cases, and scikit-learn's of the shipped datasets. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Stored {
  readonly shape: readonly [number, number];
  readonly data: readonly number[];
}
export interface OracleCase {
  readonly name: string;
  readonly input: { readonly X: string; readonly mode: string };
  readonly expected: {
    readonly mean: readonly number[];
    readonly explainedVariance: readonly number[];
    readonly explainedVarianceRatio: readonly number[];
    readonly components: readonly (readonly number[])[];
    readonly nonConstantColumns: readonly number[];
    readonly scoreRows?: readonly number[];
    readonly scores?: readonly (readonly number[])[] | Stored;
  };
  readonly tol: {
    readonly mean: { readonly value: number };
    readonly explainedVariance: { readonly value: number };
    readonly components: { readonly value: readonly number[] };
    readonly scores?: { readonly value: readonly number[] };
  };
}
/** Signs follow the stated rule: the largest loading of each component is positive. */
export interface SklearnCase {
  readonly dataset: string;
  readonly explainedVariance: readonly number[];
  readonly explainedVarianceRatio: readonly number[];
  readonly loadings: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
  readonly rows: readonly number[];
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures", file), "utf8"));
const file = read("pca.json") as { datasets: Record<string, Stored>; cases: readonly OracleCase[] };
export const oracleCases = file.cases;
export const sklearnCases = (read("sklearn-pca.json") as { cases: readonly SklearnCase[] }).cases;

/** The table that a case is of. Throws where there is none of that name. */
export function oracleTable(name: string): Stored {
  const stored = file.datasets[name];
  if (!stored) throw new Error(`no dataset ${name}`);
  return stored;
}

/** By which preparation a case was made. */
export const preparationOf = (mode: string) => ({
  standardise: mode.startsWith("correlation"),
  divisor: mode.includes("divisor n (") ? ("n" as const) : ("n-1" as const),
});

/** The scores that a case states, row by row. */
export const statedRows = (stored: NonNullable<OracleCase["expected"]["scores"]>): readonly (readonly number[])[] =>
  "shape" in stored
    ? Array.from({ length: stored.shape[0] }, (_, i) =>
        stored.data.slice(i * stored.shape[1], (i + 1) * stored.shape[1]),
      )
    : stored;
