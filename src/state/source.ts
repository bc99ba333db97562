import { type State, store } from "./store";

/** A value that can be read now and watched: all that a painter may know of the store. */
export interface Source<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** A view of the store that speaks up only when the selected value changes. The selector must return a stored reference or a primitive. */
export function source<T>(selector: (state: State) => T): Source<T> {
  return {
    get: () => selector(store.getState()),
    subscribe(listener) {
      let last = selector(store.getState());
      return store.subscribe((state) => {
        const next = selector(state);
        if (Object.is(next, last)) return;
        last = next;
        listener();
      });
    },
  };
}
