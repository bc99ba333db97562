import { useStore } from "zustand";
import { type State, store } from "./store";

/** Reads parameters in React; the selector must return a stored reference or a primitive. */
export function useParameter<T>(selector: (state: State) => T): T {
  return useStore(store, selector);
}
