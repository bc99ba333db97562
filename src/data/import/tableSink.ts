/** What becomes of each row of data: counted, added to the moments, and held if the sample takes it. */
import { createRandom, type Moments } from "../../math";
import { plainNumber, quickNumber } from "./cell";
import { cellText } from "./cellText";
import { createColumnMeans } from "./columnMeans";
import { type DecimalEvidence, noDecimalEvidence, weighDecimal } from "./decimalMark";
import { createHeldText, type HeldText } from "./heldText";
import { createIndicators, type Indicators } from "./indicators";
import { createLineCount, type LineCount } from "./lineCount";
import { createMomentBlocks } from "./momentBlocks";
import { createReservoir } from "./reservoir";
import type { ScanPlan } from "./scanPlan";
import { createTally, type Tally, tallyCell, tallyOdd } from "./tally";

export interface Table {
  /** One for each column of the file. */
  readonly tallies: readonly Tally[];
  readonly evidence: DecimalEvidence;
  readonly used: number;
  /** Rows with a gap: dropped, or filled where the plan has means. */
  readonly gaps: LineCount;
  readonly means: Float64Array;
  readonly moments: Moments;
  readonly constant: readonly boolean[];
  /** Held numbers by number column and place; held text by column of the file. */
  readonly numbers: readonly (readonly number[])[];
  readonly texts: ReadonlyMap<number, HeldText>;
  readonly order: readonly number[];
  /** Behind the other numbers, in the moments and in `numbers`. */
  readonly indicators: Indicators;
}

/** Rows held at most; fewer where they are so wide that they would not fit in memory. */
export const SAMPLE = 50_000;
const HELD_NUMBERS = 2 ** 24;
const SAMPLE_SEED = 1;

export interface TableSink {
  /** A row as wide as the table. */
  row(cells: readonly string[], line: number): void;
  finish(): Table;
}

/** O(columns) a row besides the moments' O(d²); memory for SAMPLE rows. */
export function createTableSink({ columns, decimal, decimalSeen, means }: ScanPlan): TableSink {
  const tallies = columns.map(createTally);
  const evidence = noDecimalEvidence();
  const numberAt = columns.flatMap(({ kind }, j) => (kind === "number" ? [j] : []));
  const textAt = columns.flatMap(({ kind }, j) => (["text", "category", "label"].includes(kind) ? [j] : []));
  const countedAt = columns
    .flatMap(({ kind }, j) => (kind === "empty" || kind === "one-hot" ? [j] : []))
    .concat(textAt);
  const indicators = createIndicators(columns);
  const plain = numberAt.length;
  const d = plain + indicators.size;
  const values = new Float64Array(d);
  const numbers = Array.from({ length: d }, (): number[] => []);
  const texts = new Map(textAt.map((j) => [j, createHeldText()]));
  const reservoir = createReservoir(
    Math.min(SAMPLE, Math.floor(HELD_NUMBERS / Math.max(1, d))),
    createRandom(SAMPLE_SEED),
  );
  const moments = createMomentBlocks(d);
  const partial = createColumnMeans(d);
  const gaps = createLineCount();
  let used = 0;

  const readNumbers = (cells: readonly string[], line: number): boolean => {
    let complete = true;
    for (let k = 0; k < plain; k++) {
      const j = numberAt[k] as number;
      const cell = cells[j] as string;
      const tally = tallies[j] as Tally;
      let value = decimal === "." ? plainNumber(cell) : quickNumber(cell, decimal);
      // NaN and the infinities are the numbers whose difference from themselves is not zero.
      if (value - value === 0) tally.numbers++;
      else {
        value = tallyOdd(tally, cell, line, decimal);
        if (Number.isNaN(value)) complete = false;
      }
      if (!decimalSeen && !Number.isInteger(value)) weighDecimal(evidence, cell);
      values[k] = value;
    }
    return complete;
  };

  return {
    row(cells, line) {
      const complete = readNumbers(cells, line);
      if (indicators.size > 0) indicators.write(cells, values, plain);
      for (const j of countedAt) {
        tallyCell(tallies[j] as Tally, cells[j] as string, line, decimal);
        if (!decimalSeen) weighDecimal(evidence, cells[j] as string);
      }
      if (!complete) {
        gaps.add(line);
        if (!means) return partial.add(values);
        for (let k = 0; k < d; k++) if (Number.isNaN(values[k])) values[k] = means[k] as number;
      }
      used++;
      moments.add(values);
      const place = reservoir.offer();
      if (place < 0) return;
      for (let k = 0; k < d; k++) (numbers[k] as number[])[place] = values[k] as number;
      for (const [j, text] of texts) text.set(place, cellText(cells[j] as string));
    },
    finish() {
      const all = moments.finish();
      const order = reservoir.order();
      return {
        tallies,
        evidence,
        used,
        gaps,
        means: means ?? partial.finish(all.moments),
        ...all,
        numbers,
        texts,
        order,
        indicators,
      };
    },
  };
}
