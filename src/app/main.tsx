import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./tokens.css";
import "./base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followDatasets } from "../state/datasets";
import { followEdits } from "../state/editor";
import { store } from "../state/store";
import { notify } from "../ui/notify";
import "./data/droppedFile";
import { keepState, restoreState } from "./restore";
import { Shell } from "./Shell";
import { applyTheme, initialTheme } from "./theme";

applyTheme(initialTheme());

/** Fetched when a dataset is: the page is drawn before any data is here. */
const resolveDataset = async (id: string) => (await import("./resolveDataset")).resolveDataset(id);

async function start(): Promise<void> {
  // An address that carries a state wins over the one that was kept.
  const linked = location.hash.length > 1;
  const notice = linked ? (await import("./linkSync")).readAddress() : null;
  if (!linked) await restoreState();
  // What the page opens with is nobody's act, so there is nothing to undo.
  store.temporal.getState().clear();
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <Shell notice={notice} />
    </StrictMode>,
  );
  followDatasets(resolveDataset, (reason, again) => {
    const missing = reason instanceof Error && reason.name === "DatasetMissing";
    notify({
      title: reason instanceof Error ? reason.message : "The dataset could not be loaded.",
      kind: "warn",
      seconds: 20,
      // What this browser never had will not be there at a second look.
      action: missing ? undefined : { label: "Try again", run: again },
    });
  });
  followEdits();
  keepState();
  // Where even this cannot be fetched, the page has nothing to keep.
  void import("./offline").then(
    ({ keepOffline }) => keepOffline(),
    () => {},
  );
}

// Not awaited here: what is fetched on the way imports from this file's chunk, which would wait for itself.
void start();
