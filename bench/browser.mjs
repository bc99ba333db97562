// What every benchmark in the browser starts from: the built app served on a free port, and Chromium without a GPU.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chromium } from "@playwright/test";
import { strToU8, zlibSync } from "fflate";
import { CHROMIUM_ARGS, ensureChromium } from "../scripts/chromium.mjs";

/** Serves dist/ (build it first) and opens Chromium; `close` ends both. */
export async function openBrowser() {
  const server = spawn("node", ["scripts/serve.mjs"], { env: { ...process.env, PORT: "4600" } });
  const [line] = await once(server.stdout, "data");
  const address = /http:\S+/.exec(String(line))?.[0];
  if (!address) throw new Error(`The server did not start: ${line}`);
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: CHROMIUM_ARGS,
  });
  return {
    address,
    browser,
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

/** The address of a state: what differs from the defaults. */
export const link = (address, state) =>
  `${address}#s=${Buffer.from(zlibSync(strToU8(JSON.stringify({ v: 1, ...state })))).toString("base64url")}`;
