import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./tokens.css";
import "./base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { notify } from "../ui/Notice";
import { keepAddress, LINK_NOTICES, readAddress } from "./linkSync";
import { keepState, restoreState } from "./restore";
import { Shell } from "./Shell";
import { applyTheme, initialTheme } from "./theme";

applyTheme(initialTheme());

// An address that carries a state wins over the one that was kept.
const notice = location.hash.length > 1 ? readAddress() : (await restoreState(), null);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
);
const tell = (what: keyof typeof LINK_NOTICES) => notify({ title: LINK_NOTICES[what], kind: "warn" });
if (notice) tell(notice);
keepAddress(tell);
keepState();
