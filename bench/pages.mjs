// Pages of a folder of bench/: built by Vite into bench/.cache, served on a free port, opened in Chromium without a GPU.
import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import react from "@vitejs/plugin-react";
import sirv from "sirv";
import { build } from "vite";
import { CHROMIUM_ARGS, ensureChromium } from "../scripts/chromium.mjs";

const here = (path) => new URL(path, import.meta.url).pathname;

/** Builds and serves bench/`folder`, and opens Chromium; `close` ends both. */
export async function openPages(folder) {
  const outDir = here(`./.cache/${folder}`);
  await build({
    configFile: false,
    root: here(`./${folder}`),
    base: "./",
    logLevel: "error",
    publicDir: false,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 10_000 },
  });
  const files = sirv(outDir);
  const server = createServer((request, response) => files(request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
  return {
    browser,
    address: `http://127.0.0.1:${server.address().port}/`,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
