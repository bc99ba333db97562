import { onSettled } from "../state/history";
import type { LinkNotice } from "../state/linkCodec";
import { forget, keep, kept, onRefused } from "../state/storage";
import { store } from "../state/store";
import { notify } from "../ui/notify";

const KEY = "eigenscope-state";
/** Where a state goes that could not be read whole: nothing that somebody made is thrown away. */
const ASIDE = "eigenscope-state-aside";

const WORDS: Record<LinkNotice, string> = {
  unreadable: "What this browser kept of your last visit could not be read, so the default is shown.",
  newer: "What this browser kept was made by a newer version of Eigenscope, so the default is shown. Reload to update.",
  "too long": "What this browser kept of your last visit is too long to be ours, so the default is shown.",
  "some values refused": "Some of what this browser kept of your last visit is not allowed; defaults are used for it.",
};

/** Brings back the last state. Without storage the defaults stay; a state that cannot be read whole is put aside, which is said. */
export async function restoreState(): Promise<void> {
  const last = await kept(KEY);
  if (last === undefined) return;
  try {
    const { decodeLink } = await import("../state/linkCodec");
    const { parameters, notice } = decodeLink(typeof last === "string" ? last : "no text");
    store.setState(parameters);
    if (notice === null) return;
    notify({ title: WORDS[notice], kind: "warn" });
    await keep(ASIDE, last);
    await forget(KEY);
  } catch {
    // The codec could not be fetched: the page then opens as if nothing were kept.
  }
}

/** Keeps every settled state. Says once when the browser keeps nothing more. */
export function keepState(): () => void {
  onRefused(() =>
    notify({
      title: "Not saved: this browser keeps nothing more for this page.",
      text: "Share copies a link to what you see. Files of your own have to be opened again after a reload.",
      kind: "warn",
    }),
  );
  return onSettled(async () => {
    const { encodeLink } = await import("../state/linkCodec");
    await keep(KEY, encodeLink(store.getState()));
  });
}
