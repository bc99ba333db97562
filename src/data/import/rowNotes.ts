/** Rows that were dropped, filled or passed over. */
import type { Note } from "../dataset";
import { inWords, linesInWords, listInWords } from "./lineCount";
import { numberTallies, type Outcome, shortList } from "./outcome";
import { faults } from "./tally";

/** One note for each reason that occurred. O(columns). */
export function rowNotes(outcome: Outcome): readonly Note[] {
  const { ragged, malformed, unclosed, read, table } = outcome.scan;
  const notes: Note[] = [...gapNotes(outcome)];
  const warn = (code: string, text: string) => notes.push({ kind: "warn", code, text });
  if (ragged.count > 0) {
    const width = outcome.plan.columns.length;
    warn(
      "ragged-rows",
      `${ofRows(ragged.count, read)} left out for not having ${width} cells: ${linesInWords(ragged)}.`,
    );
  }
  if (malformed.count > 0) {
    warn(
      "malformed-quotes",
      `Text follows a closing quote on ${linesInWords(malformed)}; check where those cells end.`,
    );
  }
  if (unclosed > 0) {
    warn(
      "unclosed-quote",
      `The quote on line ${unclosed} is never closed, so that line and all after it were left out.`,
    );
  }
  const held = table.order.length;
  if (held < table.used) {
    const text = `${inWords(held)} of ${inWords(table.used)} rows are held, drawn evenly at random; means and components use all rows.`;
    notes.push({ kind: "note", code: "sampled", text });
  }
  return notes;
}

function gapNotes(outcome: Outcome): readonly Note[] {
  const { gaps, means } = { gaps: outcome.scan.table.gaps, means: outcome.plan.means };
  if (gaps.count === 0) return [];
  const columns = numberTallies(outcome).filter(({ tally }) => faults(tally) > 0);
  const names = listInWords(shortList(columns.map(({ name }) => name)));
  const rows = ofRows(gaps.count, outcome.scan.read);
  return means
    ? [{ kind: "warn", code: "gaps-filled", text: `${rows} filled with column means: no number in ${names}.` }]
    : [{ kind: "warn", code: "rows-dropped", text: `${rows} dropped: no number in ${names}.` }];
}

const ofRows = (count: number, all: number) =>
  `${inWords(count)} of ${inWords(all)} rows ${count === 1 ? "was" : "were"}`;
