// What this run's own renderers hold; other Chromiums on the machine are not counted.
import { readdirSync, readFileSync } from "node:fs";

/** Resident megabytes of the largest renderer, with its workers, among the processes that this one has started. */
export function rendererMemory() {
  const parents = new Map();
  const renderers = [];
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      const of = (field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
      parents.set(Number(name), of("PPid"));
      if (readFileSync(`/proc/${name}/cmdline`, "utf8").includes("--type=renderer"))
        renderers.push({ pid: Number(name), megabytes: of("VmRSS") / 1000 });
    } catch {
      // The process ended while it was looked at.
    }
  }
  const ours = (pid) => pid === process.pid || (parents.has(pid) && ours(parents.get(pid)));
  return Math.max(0, ...renderers.filter(({ pid }) => ours(pid)).map(({ megabytes }) => megabytes));
}

/** Looks at it ten times a second until told to stop, which answers the most. */
export function watchMemory() {
  let peak = rendererMemory();
  const watch = setInterval(() => {
    peak = Math.max(peak, rendererMemory());
  }, 100);
  return () => {
    clearInterval(watch);
    return Math.max(peak, rendererMemory());
  };
}
