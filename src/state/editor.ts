import { store } from "./store";

/** Fetches what makes the reader's changes to a dataset the first time that there are any. Returns the way to stop. */
export function followEdits(): () => void {
  let asked = false;
  const look = () => {
    const { edits, added } = store.getState().data;
    if (asked || (edits.length === 0 && added === 0)) return;
    asked = true;
    void import("../data/edits").then(({ withEdits }) => store.setState({ editor: withEdits }));
  };
  look();
  return store.subscribe(look);
}
