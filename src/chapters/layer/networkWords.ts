/** The network and its training in words, for the equation, the numbers, the text twin and screen readers. */
import { formatNumber } from "../../scene/formatNumber";
import { ACTIVATION_NAMES, percent } from "./model";
import type { Now } from "./networkSources";
import type { Blowup } from "./run";
import type { Missing, Task } from "./task";

export const OPTIMISER_NAMES = {
  gradientDescent: "gradient descent",
  momentum: "momentum",
  nesterov: "Nesterov",
  adaGrad: "AdaGrad",
  rmsProp: "RMSProp",
  adam: "Adam",
} as const;

/** The name of a layer as its index in `sizes` stands: 0 the inputs, the last the output. */
export function layerName(layer: number, layers: number): string {
  if (layer === 0) return "input";
  return layer === layers - 1 ? "output" : `hidden layer ${layer}`;
}

export function unitName(task: Task, layer: number, unit: number, layers: number): string {
  if (layer === 0) return `input ${task.inputs.axes[unit]?.name ?? ""}`;
  if (layer < layers - 1) return `hidden layer ${layer}, unit ${unit + 1}`;
  return task.kind === "classes" ? `output, probability of ${task.levels[unit] ?? ""}` : `output, ${task.predicts}`;
}

/** Share or R², in words; '—' where there are no rows. */
export function scoreWords(task: Task, score: number): string {
  if (!Number.isFinite(score)) return "no rows";
  return task.kind === "classes" ? percent(score) : formatNumber(score);
}
export const lossWords = (loss: number): string => (Number.isFinite(loss) ? formatNumber(loss) : "no rows");

export function blowupWords(found: Blowup | null, layers: number): string {
  if (!found) return "";
  const where = `${layerName(found.layer, layers)}, unit ${found.unit}`;
  return `Training stopped at step ${found.step}, the last with finite numbers: ${where} grew without bound. Lower α, or undo.`;
}

/** The picture in a sentence. */
export function networkSentence(at: Now | null, task: Task | Missing, asked: number, found: Blowup | null): string {
  if (task.kind === "missing") return task.text;
  if (!at) return "The network is not there yet.";
  const { run, step, measure } = at;
  const { sizes } = run.shape;
  const units = run.setting.hidden.length > 0 ? ` with ${ACTIVATION_NAMES[run.setting.activation]}` : "";
  const what = task.kind === "classes" ? `tells apart ${task.levels.join(", ")}` : `predicts ${task.predicts}`;
  const rows = (name: string, loss: number, score: number) =>
    Number.isFinite(loss)
      ? `${name} loss ${formatNumber(loss)}, ${task.kind === "classes" ? `${percent(score)} right` : `R² ${scoreWords(task, score)}`}`
      : `no ${name} rows`;
  const behind = step < asked && !found ? ` of ${asked}, still training` : "";
  return [
    `A network ${sizes.join(" → ")}${units} ${what}.`,
    `After ${step} steps${behind} of ${OPTIMISER_NAMES[run.setting.optimiser]}: ${rows("training", measure.trainLoss, measure.trainScore)}; ${rows("test", measure.testLoss, measure.testScore)}.`,
    blowupWords(found, sizes.length),
  ]
    .join(" ")
    .trim();
}
