/** A value that can be read now and watched: all that a picture may know of the state. */
export interface Source<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

type Values<S extends readonly Source<unknown>[]> = { [K in keyof S]: S[K] extends Source<infer T> ? T : never };

/** A source computed from others, at most once for each combination of their values. */
export function derive<const S extends readonly Source<unknown>[], T>(
  sources: S,
  compute: (...values: Values<S>) => T,
): Source<T> {
  let inputs: unknown[] | null = null;
  let value: T;
  return {
    get() {
      const next = sources.map((source) => source.get());
      if (inputs === null || next.some((input, i) => !Object.is(input, inputs?.[i]))) {
        inputs = next;
        value = compute(...(next as Values<S>));
      }
      return value;
    },
    subscribe(listener) {
      const stops = sources.map((source) => source.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** A source with its own value, for what belongs to one mounted picture, such as its size. */
export function cell<T>(initial: T): Source<T> & { set(next: T): void } {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A source that never changes, where a picture may be given one that does. */
export const constant = <T>(value: T): Source<T> => ({ get: () => value, subscribe: () => () => {} });
