/** Where the walk takes place: the quadratic, or least squares on two columns of the shared dataset; in words where there is none. */
import { featureMoments, numberColumn, numberColumns } from "../../data/columns";
import type { Dataset } from "../../data/dataset";
import type { Vec2 } from "../../math";
import { dataset, features, target } from "../../state/derived";
import type { State } from "../../state/store";
import { type LineFit, lineFit, type Pair, pairOf } from "./leastSquares";
import { quadraticValley, transplant, type Valley } from "./valley";

export interface Ground {
  /** Null where there is nothing to walk on; `note` then says why. */
  readonly valley: Valley | null;
  readonly fit: LineFit | null;
  readonly pair: Pair | null;
  /** What the reader should know of these columns; '' when nothing. */
  readonly note: string;
}

/** The column that the line predicts from: the chosen one, else the first feature that is not the target. '' where there is none. */
export function xName(s: State): string {
  const data = dataset(s);
  if (!data) return "";
  const y = yName(s);
  if (numberColumn(data, s.descent.featureX)) return s.descent.featureX;
  return [...features(s), ...numberColumns(data).map(({ name }) => name)].find((name) => name !== y) ?? "";
}

/** The column that the line predicts. */
export const yName = (s: State): string => target(s)?.name ?? "";

export const nowhere = (note: string): Ground => ({ valley: null, fit: null, pair: null, note });

/** Least squares of y on x over all rows of the dataset. */
export function lineGround(data: Dataset | null, coming: boolean, x: string, y: string, standardise: boolean): Ground {
  if (!data)
    return nowhere(coming ? "The dataset is on its way." : "No dataset is open yet: open one to fit a line to it.");
  const columns = numberColumns(data);
  if (columns.length === 0) return nowhere("This dataset has no column of numbers, so there is no line to fit.");
  if (columns.length === 1)
    return nowhere(`This dataset has one column of numbers, “${y}”. A line needs a second one to predict it from.`);
  if (data.rows === 0) return nowhere("This dataset has no rows, so there is no line to fit.");
  const pair = pairOf(featureMoments(data, [x, y]), 0, 1);
  const fit = lineFit(pair, standardise);
  if (!fit)
    return nowhere(`The numbers of “${x}” or “${y}” are too large to be squared. Divide the column by a power of ten.`);
  return { valley: fit.valley, fit, pair, note: noteOn(pair, fit, x, y, standardise) };
}

function noteOn({ n, variance }: Pair, { constant }: LineFit, x: string, y: string, standardise: boolean): string {
  const channel = "the valley is a channel without a lowest point";
  if (n === 1) return `There is one row: every line through it fits, so ${channel}.`;
  if (constant)
    return `“${x}” is the same in every row: no slope is better than another, so ${channel}${standardise ? ", and there is no spread to scale by" : ""}.`;
  if (x === y) return "Both columns are the same one: the best line is y = x, and the loss can fall to 0.";
  if (variance[1] === 0) return `“${y}” is the same in every row: the best line is flat, and the loss can fall to 0.`;
  return "";
}

/** The ground of a state. */
export function groundOf(s: State): Ground {
  const { loss, lambda, tilt, standardise } = s.descent;
  if (loss === "quadratic") return { valley: quadraticValley(lambda as Vec2, tilt), fit: null, pair: null, note: "" };
  return lineGround(dataset(s), s.loaded.coming !== null, xName(s), yName(s), standardise);
}

export interface Outset {
  readonly start: Vec2;
  readonly learningRate: number;
}

/** Start and α carried from one valley to another: the same place along the eigenvectors, the same α·λ₁. */
export function carry(from: Valley, to: Valley, { start, learningRate }: Outset): Outset {
  return { start: transplant(from, to, start), learningRate: (learningRate * from.lambda[0]) / to.lambda[0] };
}

/** Start and α in force: as given, or for a dataset whose run the reader has not touched, the quadratic's carried over. */
export function outsetOf(s: State, { valley }: Ground): Outset {
  const { loss, fitted, start, learningRate, lineStart, lineRate, lambda, tilt } = s.descent;
  const own = { start: start as Vec2, learningRate };
  if (loss === "quadratic") return own;
  if (!fitted || !valley) return { start: lineStart as Vec2, learningRate: lineRate };
  return carry(quadraticValley(lambda as Vec2, tilt), valley, own);
}
