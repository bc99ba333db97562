import { memo } from "react";
import { categorySummary, labelSummary, numberSummary, type TextSummary } from "../../data/columnSummary";
import type { Column, Dataset } from "../../data/dataset";
import css from "./ColumnSummaries.module.css";
import { columnFormat, rangeText } from "./columnFormat";
import { HEIGHT, levelBars, numberBars, type SmallBars, WIDTH } from "./smallBars";

interface Props {
  readonly data: Dataset;
  readonly column: Column;
  /** The column's place among the number columns; of no matter for the others. */
  readonly numberAt: number;
  readonly mask: Uint8Array | null;
}

/** One column: what it is, its few numbers, and its bars. Counted once, not again as the list is scrolled. */
export const ColumnCard = memo(function ColumnCard({ data, column, numberAt, mask }: Props) {
  const { words, picture } = summaryOf(data, column, numberAt, mask);
  return (
    <>
      <div className={css.name}>
        <strong title={column.name}>{column.name}</strong>
        <span>{column.kind}</span>
      </div>
      <p className={css.words} title={words}>
        {words}
      </p>
      {picture ? (
        <svg className={css.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={picture.words}>
          <path className={css.all} data-under={picture.meant !== "" || undefined} d={picture.all} />
          <path className={css.meant} d={picture.meant} />
        </svg>
      ) : (
        <span />
      )}
    </>
  );
});

function summaryOf(
  data: Dataset,
  column: Column,
  numberAt: number,
  mask: Uint8Array | null,
): { readonly words: string; readonly picture?: SmallBars } {
  if (column.kind === "label") return { words: labelInWords(labelSummary(column), data.held) };
  if (column.kind === "category") {
    const summary = categorySummary(column);
    return { words: inWords(summary, data.held), picture: levelBars(column, summary, mask) };
  }
  const summary = numberSummary(data, column, numberAt);
  const { mean, deviation, min, max } = summary;
  const format = columnFormat(deviation, Math.max(Math.abs(min), Math.abs(max)));
  const [low, high] = rangeText(min, max, format);
  return {
    words: `${data.rows.toLocaleString("en")} rows, mean\u00a0${format(mean)}, σ\u00a0${format(deviation)}, ${low}\u00a0to\u00a0${high}`,
    picture: numberBars(column, summary, mask, format),
  };
}

const SHOWN = 4;

function labelInWords({ levels, missing }: TextSummary, held: number): string {
  const empty = missing > 0 ? `, ${missing.toLocaleString("en")} empty` : "";
  const such = levels
    .slice(0, 2)
    .map(({ text }) => text)
    .join(", ");
  return `${held.toLocaleString("en")} rows${empty}, ${levels.length.toLocaleString("en")} different texts, such as ${such}`;
}

function inWords({ levels, missing }: TextSummary, held: number): string {
  const rest = levels.length - SHOWN;
  return [
    `${held.toLocaleString("en")} rows`,
    missing > 0 && `${missing.toLocaleString("en")} empty`,
    ...levels.slice(0, SHOWN).map(({ text, count }) => `${text} ${count.toLocaleString("en")}`),
    rest > 0 && `and ${rest.toLocaleString("en")} more`,
  ]
    .filter(Boolean)
    .join(", ");
}
