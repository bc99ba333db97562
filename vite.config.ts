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
        // What the first paint needs in one file, where it would else be cut into dozens that chapters share.
        codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
      },
    },
  },
});
