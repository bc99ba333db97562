/** Column names as a dataset can hold them: none empty, no two alike. Names are text and never keys of an object. */
import { unguarded } from "./apostrophe";

export interface HeaderNames {
  readonly names: readonly string[];
  /** Names that stood more than once. */
  readonly repeated: readonly string[];
  /** Columns without a name, counted from 1. */
  readonly unnamed: readonly number[];
}

/** 'x, x, ∅' → 'x', 'x (2)', 'column 3'. O(cells). */
export function headerNames(cells: readonly string[]): HeaderNames {
  const texts = cells.map((cell) => unguarded(cell.trim()));
  const given = new Set(texts);
  const taken = new Set<string>();
  const repeated = new Set<string>();
  const unnamed: number[] = [];
  const copies = new Map<string, number>();
  const names = texts.map((name, j) => {
    if (name === "") unnamed.push(j + 1);
    else if (!taken.has(name)) {
      taken.add(name);
      return name;
    } else repeated.add(name);
    const free = (candidate: string) => !taken.has(candidate) && !given.has(candidate);
    const spell = (copy: number) => {
      if (name !== "") return `${name} (${copy})`;
      return copy === 1 ? `column ${j + 1}` : `column ${j + 1} (${copy})`;
    };
    let copy = copies.get(name) ?? (name === "" ? 1 : 2);
    while (!free(spell(copy))) copy++;
    if (name !== "") copies.set(name, copy + 1);
    taken.add(spell(copy));
    return spell(copy);
  });
  return { names, repeated: [...repeated], unnamed };
}
