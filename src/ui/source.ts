/** A value that changes outside React: `get` is cheap and stable between changes, `subscribe` returns its own undoing. */
export type Source<T> = { get(): T; subscribe(listener: () => void): () => void };

/** Paints the present value at once and again on each change. Returns the function that stops it. */
export function paintFrom<T>(source: Source<T>, paint: (value: T) => void): () => void {
  paint(source.get());
  return source.subscribe(() => paint(source.get()));
}

/** A source that a component or a test can set; tells its listeners only of a different value. */
export function createSource<T>(initial: T): Source<T> & { set(next: T): void } {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
