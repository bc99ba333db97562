/** One-hot columns: each value of a category as a number of its own, 1 in the rows that have it and 0 in the others. */
import { cellText } from "./cellText";
import type { ColumnPlan } from "./columnPlan";
import { ImportError } from "./importError";

/** More would be a table of little but zeros. */
const MOST_LEVELS = 50;

export interface Indicators {
  /** Numbers that they add to a row. */
  readonly size: number;
  /** Writes them behind the row's other numbers, from `at` on. */
  write(cells: readonly string[], values: Float64Array, at: number): void;
  /** The columns with the values that were met and not yet known; the same list where there are none. Throws ImportError for too many. */
  extended(columns: readonly ColumnPlan[]): readonly ColumnPlan[];
}

export function createIndicators(columns: readonly ColumnPlan[]): Indicators {
  let size = 0;
  const hot = columns.flatMap(({ kind, levels = [] }, j) => {
    if (kind !== "one-hot") return [];
    const places = new Map(levels.map((level) => [level, size++]));
    return [{ j, places, unknown: new Set<string>() }];
  });
  return {
    size,
    write(cells, values, at) {
      values.fill(0, at, at + size);
      for (const { j, places, unknown } of hot) {
        const text = cellText(cells[j] as string);
        const place = places.get(text);
        if (place !== undefined) values[at + place] = 1;
        else if (text !== "" && unknown.size <= MOST_LEVELS) unknown.add(text);
      }
    },
    extended(plans) {
      if (hot.every(({ places, unknown }) => unknown.size === 0 && places.size <= MOST_LEVELS)) return plans;
      return plans.map((plan, j) => {
        const met = hot.find((one) => one.j === j);
        if (!met) return plan;
        const levels = [...met.places.keys(), ...met.unknown];
        if (levels.length > MOST_LEVELS)
          throw new ImportError(
            "too-many-levels",
            `${plan.name} has more than ${MOST_LEVELS} values, too many to make a column of each. Read it as a category or a label instead.`,
          );
        return { ...plan, levels };
      });
    },
  };
}

/** Names of the columns that they make, in their order, none of them among those `taken`. */
export function indicatorNames(columns: readonly ColumnPlan[], taken: ReadonlySet<string>): readonly string[] {
  const used = new Set(taken);
  return columns.flatMap(({ name, levels = [] }) =>
    levels.map((level) => {
      let spelled = `${name} = ${level}`;
      for (let copy = 2; used.has(spelled); copy++) spelled = `${name} = ${level} (${copy})`;
      used.add(spelled);
      return spelled;
    }),
  );
}
