import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./scripts/chromium.mjs";

const PORT = Number(process.env.E2E_PORT ?? 4319);

export default defineConfig({
  testDir: "e2e",
  timeout: 90_000,
  // A busy machine is no reason to fail; a wait ends as soon as what it waits for is there.
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Only the marks have stored pictures: one for each and theme, whatever the system.
  snapshotPathTemplate: "{testDir}/marks/{arg}{ext}",
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    // What a service worker answers, page.route never sees; offline.spec.ts allows them.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: CHROMIUM_ARGS,
    },
  },
  webServer: {
    command: "node scripts/serve.mjs",
    env: { PORT: String(PORT) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
