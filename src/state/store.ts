import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import type { Dataset } from "../data/dataset";
import type { withEdits } from "../data/edits";
import { DEFAULTS, type Parameters, SLICES, type SliceName } from "./parameters";

const UNDO_DEPTH = 200;

/** The dataset that is on screen: a value too large for history and links, which know it by its identity. */
export interface Loaded {
  /** Null until the first one has come. */
  readonly dataset: Dataset | null;
  /** The name of one that is on its way. */
  readonly coming: string | null;
}

export interface State extends Parameters {
  readonly loaded: Loaded;
  /** What makes the reader's changes to the dataset; null until there are any. */
  readonly editor: typeof withEdits | null;
  /** The component that the reader points at, counted from 0, lit in whatever shows it; null when none. */
  readonly spotlight: number | null;
  /** The held row that the reader points at, on a stage or in the table; −1 when none. */
  readonly pointedRow: number;
}

/** The part of the state that undo, links and storage carry. */
export const parametersOf = (state: Parameters): Parameters =>
  Object.fromEntries(SLICES.map((slice) => [slice, state[slice]])) as unknown as Parameters;

/** Slices are replaced when they change, so equal references are equal values. */
export const sameParameters = (a: Parameters, b: Parameters): boolean => SLICES.every((slice) => a[slice] === b[slice]);

/** The one store: every parameter and the loaded dataset, and nothing that can be derived from them. */
export const store = createStore<State>()(
  temporal(
    (): State => ({
      ...DEFAULTS,
      loaded: { dataset: null, coming: null },
      editor: null,
      spotlight: null,
      pointedRow: -1,
    }),
    {
      limit: UNDO_DEPTH,
      partialize: parametersOf,
      equality: sameParameters,
    },
  ),
);

/** Changes some parameters of one slice; outside a gesture this is one undo step. */
export function update<S extends SliceName>(slice: S, changes: Partial<Parameters[S]>): void {
  const current = store.getState()[slice];
  const same = Object.entries(changes).every(([name, value]) =>
    Object.is((current as Record<string, unknown>)[name], value),
  );
  if (same) return;
  store.setState({ [slice]: { ...current, ...changes } } as unknown as Partial<State>);
}
