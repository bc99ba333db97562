import { onSettled } from "../state/history";
import { decodeLink, encodeLink, type LinkNotice } from "../state/linkCodec";
import { type State, store } from "../state/store";
import { decodeTable, encodeTable } from "./linkTable";

export const LINK_NOTICES: Record<LinkNotice, string> = {
  unreadable: "This link could not be read, so the default is shown. Ask for it again: it may have been cut.",
  newer: "This link was made by a newer version of Eigenscope, so the default is shown. Reload to update.",
  "too long": "This link is too long to be one of ours, so the default is shown.",
  "some values refused": "Some values in this link are not allowed; their defaults are used.",
};

/** The address of the present state, without origin; small data of the reader's own stands in it too. */
export function currentHash(): string {
  const state = store.getState();
  return `#${encodeLink(state)}${tableOf(state)}`;
}

/** The small table for the link; one that came with the address stays in it until it is loaded. */
function tableOf({ data, loaded }: State): string {
  if (loaded.dataset?.id === data.dataset) return encodeTable(loaded.dataset);
  const [carried = ""] = /&t=[\w-]+/.exec(location.hash) ?? [];
  return carried !== "" && decodeTable(carried)?.id === data.dataset ? carried : "";
}

/** Reads the address into the store; returns what to tell the reader, if anything. */
export function readAddress(): LinkNotice | null {
  const { parameters, notice } = decodeLink(location.hash);
  store.setState(parameters);
  if (notice !== null) history.replaceState(null, "", currentHash());
  return notice;
}

/** Brings the address up to date with the state, as one history entry. */
export function writeAddress(): void {
  const hash = currentHash();
  if (hash !== (location.hash || "#")) history.pushState(null, "", hash);
}

/** One history entry for each settled change, so that Back is the browser's own undo. Returns the way to stop. */
export function keepAddress(onNotice: (notice: LinkNotice) => void): () => void {
  const read = () => {
    const notice = readAddress();
    if (notice !== null) onNotice(notice);
  };
  const stop = onSettled(writeAddress);
  addEventListener("popstate", read);
  return () => {
    stop();
    removeEventListener("popstate", read);
  };
}
