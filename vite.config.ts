import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { compression } from "vite-plugin-compression2";
import { CONTENT_SECURITY_POLICY } from "./scripts/csp.mjs";

/** Writes the policy into the built page, so that it holds wherever the files are hosted. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

const ENTRY = resolve(import.meta.dirname, "src/app/main.tsx");
let first: Set<string> | null = null;

/** Whether the first paint needs the module: these go into one file, where they would else be cut into dozens that chapters share. */
function isFirst(id: string, graph: { getModuleInfo(id: string): { importedIds: readonly string[] } | null }): boolean {
  if (!first) {
    first = new Set();
    // A set that grows while it is walked is the queue. Barrels are not walked: most of what they name is for later.
    for (const reached of first.add(ENTRY))
      for (const next of graph.getModuleInfo(reached)?.importedIds ?? [])
        if (!/node_modules|index\.ts$/.test(next)) first.add(next);
  }
  return first.has(id);
}

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    contentSecurityPolicy(),
    compression({ algorithms: ["gzip", "brotliCompress"], include: /\.(?:js|css|html|svg|csv)$/, threshold: 1024 }),
  ],
  worker: { format: "es" },
  build: {
    target: "es2023",
    // Inlined files would need data: in font-src and script-src.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: (id, graph) => (isFirst(id, graph) ? "first" : null) }] },
      },
    },
  },
});
