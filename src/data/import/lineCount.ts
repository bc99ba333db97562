/** How often something was met, and on which lines first: enough to say where, in bounded memory. */
export interface LineCount {
  readonly count: number;
  readonly first: readonly number[];
  add(line: number): void;
}

const SHOWN = 5;

/** Nothing met yet; keeps the first five lines. */
export function createLineCount(): LineCount {
  const first: number[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    first,
    add(line) {
      count++;
      if (first.length < SHOWN) first.push(line);
    },
  };
}

/** 'line 3', 'lines 3 and 4', 'lines 3, 4, 7, 9, 12 and 30 more'. */
export function linesInWords({ count, first }: LineCount): string {
  const rest = count - first.length;
  const words = [...first.map(String), ...(rest > 0 ? [`${inWords(rest)} more`] : [])];
  return `line${count === 1 ? "" : "s"} ${listInWords(words)}`;
}

/** 'a', 'a and b', 'a, b and c'. */
export const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** 50000 → '50,000'. */
export const inWords = (count: number): string => count.toLocaleString("en-US");
