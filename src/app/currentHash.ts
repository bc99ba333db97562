import { encodeLink } from "../state/encodeLink";
import { type State, store } from "../state/store";
import { decodeTable, encodeTable } from "./linkTable";

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
