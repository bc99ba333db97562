// Where Chromium is, and how to get one: CHROMIUM_PATH, an installed one, Playwright's own, the system's package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Of two lists of features to switch off Chromium keeps the last, so this says again what Playwright's own does. */
const PLAYWRIGHT_FEATURES_OFF =
  "AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose," +
  "HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints," +
  "PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning";
/** Two pages that the address bar keeps ready in every window, headless too: most of a second of each test. */
const ADDRESS_BAR_FEATURES = "WebUIOmniboxPopup,WebUIOmniboxAimPopup";

/** How tests and benchmarks start it: no GPU, nothing asked of the network, nothing loaded but the page. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  `--disable-features=${PLAYWRIGHT_FEATURES_OFF},${ADDRESS_BAR_FEATURES}`,
];

/** The path of a usable Chromium, or null. */
export function findChromium() {
  const inPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, ...inPath, ...APPLICATIONS, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** Finds Chromium, installing one where there is none. Throws when that fails too. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const run = (command, args) => spawnSync(command, args, { stdio: "inherit" }).status === 0;
  console.log("No Chromium found: trying Playwright's own, then the system's package.");
  if (!run("npx", ["playwright", "install", "chromium"])) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  const installed = findChromium();
  if (!installed) throw new Error("No Chromium could be found or installed. Set CHROMIUM_PATH to one and run again.");
  return installed;
}
