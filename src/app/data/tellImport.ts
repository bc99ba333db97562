/** What is said when an import has ended, well or not. */
import type { Dataset } from "../../data/dataset";
import { ImportError } from "../../data/import/importError";
import { announce } from "../../ui/Announcer";
import { dismissNotice, notify } from "../../ui/notify";
import { Cancelled, WorkerCrash } from "../../workers/lane";

let lastNotice: string | null = null;

/** Says what the dataset is and what was left out or guessed; `showHow` opens the preview of how its file was read. */
export function tell(dataset: Dataset, showHow: () => void): void {
  clearNotice();
  const warnings = dataset.notes.filter(({ kind }) => kind === "warn");
  const numbers = dataset.columns.filter(({ kind }) => kind === "number").length;
  const title = `${dataset.name}: ${count(dataset.rows, "row")}, ${count(numbers, "number column")}.`;
  announce(title);
  lastNotice = notify({
    title,
    text: warnings.map(({ text }) => text).join(" ") || undefined,
    kind: warnings.length > 0 ? "warn" : "good",
    seconds: warnings.length > 0 ? 20 : 8,
    action: { label: "How this file was read", run: showHow },
  });
}

/**
 * Says why there is no dataset: the line and the cell where the file has them, and that nothing else has changed. Where it was the
 * worker that failed, and not the file, `again` is offered.
 */
export function refuse(name: string, reason: unknown, again: () => void): void {
  clearNotice();
  if (reason instanceof Cancelled) {
    lastNotice = notify({ title: `${name} was not read to its end. The former dataset stays.`, kind: "info" });
    return;
  }
  lastNotice = notify({
    title: `${name} was not loaded`,
    text: `${refusalInWords(reason)} The former dataset stays.`,
    kind: "bad",
    seconds: 0,
    action: reason instanceof WorkerCrash ? { label: "Try again", run: again } : undefined,
  });
}

/** The reason's sentence, with line and cell where it does not name them itself. */
export function refusalInWords(reason: unknown): string {
  if (!(reason instanceof ImportError)) return reason instanceof Error ? reason.message : String(reason);
  const { message, line, cell } = reason;
  const at = [
    line !== undefined && !/\blines? /i.test(message) && `line ${line.toLocaleString("en")}`,
    cell !== undefined && !message.includes(cell) && `cell “${cell}”`,
  ].filter(Boolean);
  return at.length > 0 ? `${message} (In ${at.join(", ")}.)` : message;
}

/** Takes the last of these notices away, which would lie over what is shown next. */
export function clearNotice(): void {
  if (lastNotice !== null) dismissNotice(lastNotice);
}

const count = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
