// Adds to package-lock.json the optional platform packages that a partial registry mirror could not resolve. Without their
// entries `npm ci` refuses the lock file; with them it skips the ones for other platforms unfetched. Run after `npm install`.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const OS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32", "wasi"];
const CPU = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "wasm32", "loong64", "mips64el", "universal"];

/** Which machine a package is for, read from its name as these packages are all named. */
function platform(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => OS.includes(word));
  const cpu = words.find((word) => CPU.includes(word));
  const musl = words.some((word) => word.startsWith("musl"));
  const gnu = words.some((word) => word.startsWith("gnu"));
  return {
    ...(cpu && cpu !== "universal" && { cpu: [cpu] }),
    ...(os && os !== "wasi" && { os: [os] }),
    ...((musl || gnu) && os === "linux" && { libc: [musl ? "musl" : "glibc"] }),
  };
}

let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    // Only exact versions can be entered without asking a registry.
    if (lock.packages[path] || !/^\d+\.\d+\.\d+/.test(range)) continue;
    lock.packages[path] = { version: range, ...(entry.dev && { dev: true }), optional: true, ...platform(name) };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional platform packages added`);
