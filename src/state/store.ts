import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import { DEFAULTS, type Parameters, type SliceName } from "./parameters";

const UNDO_DEPTH = 200;

/** The one store: every parameter, and nothing that can be derived from them. */
export const store = createStore<Parameters>()(
  temporal(() => DEFAULTS, {
    limit: UNDO_DEPTH,
    equality: (a, b) => a === b,
  }),
);

/** Changes some parameters of one slice; outside a gesture this is one undo step. */
export function update<S extends SliceName>(slice: S, changes: Partial<Parameters[S]>): void {
  const current = store.getState()[slice];
  const same = Object.entries(changes).every(([name, value]) =>
    Object.is((current as Record<string, unknown>)[name], value),
  );
  if (same) return;
  store.setState({ [slice]: { ...current, ...changes } } as unknown as Partial<Parameters>);
}
