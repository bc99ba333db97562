import { useStore } from "zustand";
import type { Parameters } from "./parameters";
import { store } from "./store";

/** Reads parameters in React; the selector must return a stored reference or a primitive. */
export function useParameter<T>(selector: (state: Parameters) => T): T {
  return useStore(store, selector);
}
