import { get, set } from "idb-keyval";
import { onSettled } from "../state/history";
import { store } from "../state/store";
import { notify } from "../ui/notify";

const KEY = "eigenscope-state";

/** Brings back the last state; without storage, or with one that cannot be read, the defaults stay. */
export async function restoreState(): Promise<void> {
  try {
    const kept: unknown = await get(KEY);
    if (typeof kept !== "string") return;
    const { decodeLink } = await import("../state/linkCodec");
    const { parameters, notice } = decodeLink(kept);
    if (notice === null || notice === "some values refused") store.setState(parameters);
  } catch {
    // Storage may be denied; the app then works without it, and says so when it first fails to keep something.
  }
}

/** Keeps every settled state. Says once when that is not possible. */
export function keepState(): () => void {
  let said = false;
  return onSettled(async () => {
    const { encodeLink } = await import("../state/linkCodec");
    set(KEY, encodeLink(store.getState())).catch(() => {
      if (said) return;
      said = true;
      notify({
        title: "Not saved: this browser keeps nothing for this page. Use Share to keep your work.",
        kind: "warn",
      });
    });
  });
}
