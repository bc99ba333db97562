import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { compression } from "vite-plugin-compression2";
import { VitePWA } from "vite-plugin-pwa";
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

/** The app as something to install, and the service worker that keeps all of it for visits without a network. */
const offline = VitePWA({
  // src/app/offline.ts registers it, after the first paint, and asks before a newer version takes over.
  injectRegister: false,
  registerType: "prompt",
  manifest: {
    name: "Eigenscope",
    short_name: "Eigenscope",
    description: "See, touch and check the linear algebra that machine learning is made of.",
    lang: "en",
    display: "standalone",
    theme_color: "#faf8f4",
    background_color: "#faf8f4",
    icons: [
      { src: "icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
    ],
  },
  // They are among the files below.
  includeManifestIcons: false,
  workbox: {
    // Of each font the newest format only: whoever has service workers reads it.
    globPatterns: ["**/*.{js,css,html,svg,png,jpg,csv,woff2}"],
    // Named by their content, so that a copy that the browser has is the right one.
    dontCacheBustURLsMatching: /assets\//,
    // The first visit is kept without a reload.
    clientsClaim: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
});

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    contentSecurityPolicy(),
    offline,
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
