import { onSettled } from "../state/history";
import { decodeLink, type LinkNotice } from "../state/linkCodec";
import { store } from "../state/store";

export const LINK_NOTICES: Record<LinkNotice, string> = {
  unreadable: "This link could not be read, so the default is shown. Ask for it again: it may have been cut.",
  newer: "This link was made by a newer version of Eigenscope, so the default is shown. Reload to update.",
  "too long": "This link is too long to be one of ours, so the default is shown.",
  "some values refused": "Some values in this link are not allowed; their defaults are used.",
};

/** What writes addresses, fetched once the page is drawn: until the reader changes something there is nothing to write. */
const writer = () => import("./currentHash");

/** The address of the present state, without origin. */
export const presentHash = async (): Promise<string> => (await writer()).currentHash();

/** Reads the address into the store; returns what to tell the reader, if anything. */
export function readAddress(): LinkNotice | null {
  const { parameters, notice } = decodeLink(location.hash);
  store.setState(parameters);
  if (notice !== null) void presentHash().then((hash) => history.replaceState(null, "", hash));
  return notice;
}

/** One history entry for each settled change, so that Back is the browser's own undo. Returns the way to stop. */
export function keepAddress(onNotice: (notice: LinkNotice) => void): () => void {
  let currentHash: (() => string) | null = null;
  const ready = writer().then((loaded) => {
    currentHash = loaded.currentHash;
  });
  const write = () => {
    if (!currentHash) return void ready.then(write);
    const hash = currentHash();
    if (hash !== (location.hash || "#")) history.pushState(null, "", hash);
  };
  const read = () => {
    const notice = readAddress();
    if (notice !== null) onNotice(notice);
  };
  const stop = onSettled(write);
  addEventListener("popstate", read);
  return () => {
    stop();
    removeEventListener("popstate", read);
  };
}
