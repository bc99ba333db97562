import type { Edit } from "../data/edits";

/**
 * One parameter of the app: its default, and the only way in for a value from outside (a link, storage, a control).
 * `parse` returns undefined for anything that is not a legal value; it never throws.
 */
export interface Field<T> {
  readonly default: T;
  readonly parse: (value: unknown) => T | undefined;
}

export type FieldTable = Readonly<Record<string, Field<unknown>>>;
export type ValuesOf<F extends FieldTable> = { readonly [K in keyof F]: F[K]["default"] };

/** A finite number in [min, max]. */
export function number(initial: number, min: number, max: number): Field<number> {
  return {
    default: initial,
    parse: (value) =>
      typeof value === "number" && Number.isFinite(value) && value >= min && value <= max ? value : undefined,
  };
}

/** A whole number in [min, max]. */
export function integer(initial: number, min: number, max: number): Field<number> {
  const inner = number(initial, min, max);
  return { default: initial, parse: (value) => (Number.isInteger(value) ? inner.parse(value) : undefined) };
}

export function flag(initial: boolean): Field<boolean> {
  return { default: initial, parse: (value) => (typeof value === "boolean" ? value : undefined) };
}

export function choice<const T extends string>(initial: T, options: readonly T[]): Field<T> {
  return { default: initial, parse: (value) => options.find((option) => option === value) };
}

/** Text of at most `maxLength` characters. */
export function text(initial: string, maxLength = 200): Field<string> {
  return {
    default: initial,
    parse: (value) => (typeof value === "string" && value.length <= maxLength ? value : undefined),
  };
}

const finite = number(0, -Number.MAX_VALUE, Number.MAX_VALUE);
const place = integer(0, 0, 1e9);
const shortText = text("", 500);

/** One cell that the reader has changed; what it may hold depends on the column, which only the dataset knows. */
export const edit: Field<Edit> = {
  default: [0, 0, 0],
  parse: (value) => {
    if (!Array.isArray(value) || value.length !== 3) return undefined;
    const [row, column, to] = value.map((part) => (typeof part === "string" ? shortText : finite).parse(part));
    const known = place.parse(row) !== undefined && place.parse(column) !== undefined && to !== undefined;
    return known ? (value as unknown as Edit) : undefined;
  },
};

type Tuple = readonly number[];

/** A tuple of finite numbers with |entry| ≤ limit, of the default's length. */
export function tuple<const T extends Tuple>(initial: T, limit: number): Field<Widen<T>> {
  const entry = number(0, -limit, limit);
  return {
    default: initial as unknown as Widen<T>,
    parse: (value) =>
      Array.isArray(value) && value.length === initial.length && value.every((v) => entry.parse(v) !== undefined)
        ? (value as unknown as Widen<T>)
        : undefined,
  };
}

/** A list of at most `maxLength` values of one kind. */
export function list<T>(item: Field<T>, initial: readonly T[], maxLength: number): Field<readonly T[]> {
  return {
    default: initial,
    parse: (value) => {
      if (!Array.isArray(value) || value.length > maxLength) return undefined;
      const items: T[] = [];
      for (const raw of value) {
        const parsed = item.parse(raw);
        if (parsed === undefined) return undefined;
        items.push(parsed);
      }
      return items;
    },
  };
}

/** [1, 2] as a type becomes [number, number]: a field's type is its shape, not its default. */
type Widen<T extends Tuple> = { readonly [K in keyof T]: number };
