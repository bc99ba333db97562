/** The two columns that both modes look at, standardised: z = (x − mean) / sd with the moments of all rows and divisor n. */
import { featureMoments, numberColumn, numberColumns } from "../../data/columns";
import type { CategoryColumn, Dataset, NumberColumn } from "../../data/dataset";

export interface Axis {
  readonly name: string;
  readonly mean: number;
  /** 0 for a constant column, whose standardised values are all 0. */
  readonly sd: number;
  readonly values: Float64Array;
}

export interface Inputs {
  readonly dataset: Dataset;
  /** One or two. */
  readonly axes: readonly Axis[];
  /** z of both columns, x₀ y₀ x₁ y₁ …; with one column y is 0. */
  readonly xy: Float64Array;
  readonly category: CategoryColumn | undefined;
  /** What the reader should know about the picture, or ''. */
  readonly note: string;
}

/** Which columns stand on the axes: the chosen ones where they are number columns, else the first of `features`, then the first of all. */
export function axisNames(
  dataset: Dataset,
  features: readonly string[],
  featureX: string,
  featureY: string,
  leaveOut: string,
): readonly string[] {
  const all = numberColumns(dataset).map(({ name }) => name);
  const pool = [...features, ...all].filter((name) => name !== leaveOut);
  const chosen = (name: string) => (all.includes(name) ? name : undefined);
  const y = chosen(featureY);
  const x = chosen(featureX) ?? pool.find((name) => name !== y);
  const second = y !== undefined && y !== x ? y : pool.find((name) => name !== x);
  return [x, second].filter((name) => name !== undefined);
}

/** Null where the dataset has no number column, or there is none yet. O(n). */
export function readInputs(
  dataset: Dataset | null,
  features: readonly string[],
  category: CategoryColumn | undefined,
  target: NumberColumn | undefined,
  featureX: string,
  featureY: string,
): Inputs | null {
  if (!dataset) return null;
  // Without classes the network predicts the target, which should then not be its own input.
  const names = axisNames(dataset, features, featureX, featureY, category ? "" : (target?.name ?? ""));
  const axes = names.flatMap((name) => axisOf(dataset, name) ?? []);
  if (axes.length === 0) return null;
  const xy = new Float64Array(2 * dataset.held);
  axes.forEach(({ values, mean, sd }, j) => {
    if (sd > 0) for (let i = 0; i < dataset.held; i++) xy[2 * i + j] = ((values[i] ?? mean) - mean) / sd;
  });
  return { dataset, axes, xy, category, note: noteOf(dataset, axes) };
}

function axisOf(dataset: Dataset, name: string): Axis | undefined {
  const column = numberColumn(dataset, name);
  if (!column) return undefined;
  const { n, mean, comoment } = featureMoments(dataset, [name]);
  const variance = n > 0 ? (comoment[0] ?? 0) / n : 0;
  // A constant column of large numbers leaves rounding dust in its variance.
  const dust = ((mean[0] ?? 0) * 1e-12) ** 2;
  return { name, mean: mean[0] ?? 0, sd: variance > dust ? Math.sqrt(variance) : 0, values: column.values };
}

function noteOf(dataset: Dataset, axes: readonly Axis[]): string {
  const [x, y] = axes;
  if (!y) return `${dataset.name} has only one number column, ${x?.name ?? ""}; the second coordinate is 0.`;
  const flat = axes.filter(({ sd }) => sd === 0).map(({ name }) => name);
  return flat.length > 0 ? `${flat.join(" and ")} is the same in every row, so it is drawn at 0.` : "";
}
