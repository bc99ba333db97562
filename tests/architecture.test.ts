import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** Which folders of ours each folder may import; itself is always allowed. ARCHITECTURE.md, 'Rooms'. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  math: [],
  data: ["math"],
  workers: ["math", "data"],
  state: ["math", "data", "workers"],
  scene: ["math"],
  charts: ["scene", "math"],
  ui: [],
  chapters: ["math", "data", "workers", "state", "scene", "charts", "ui"],
  app: ["math", "data", "workers", "state", "scene", "charts", "ui", "chapters"],
};
const PACKAGES_NEVER: Record<string, RegExp> = {
  math: /./,
  data: /^(react|zustand)/,
  workers: /^(react|zustand)/,
  scene: /^zustand/,
  charts: /^zustand/,
};

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name) ? [path] : [];
  });

const imports = (path: string): string[] =>
  [...readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");

const all = files(SRC);
const room = (path: string) => relative(SRC, path).split("/")[0] ?? "";
const resolve = (from: string, specifier: string): string | undefined => {
  const base = normalize(join(dirname(from), specifier.replace(/\?.*$/, "")));
  return [base, `${base}.ts`, `${base}.tsx`, join(base, "index.ts")].find((candidate) => all.includes(candidate));
};
const edges = all.flatMap((from) =>
  imports(from).flatMap((specifier) => {
    const to = specifier.startsWith(".") ? resolve(from, specifier) : undefined;
    return to ? [{ from, to }] : [];
  }),
);

describe("architecture", () => {
  it("has no import against the table", () => {
    const forbidden = edges.filter(({ from, to }) => {
      const [a, b] = [room(from), room(to)];
      if (!(a in MAY_IMPORT)) return false;
      if (a === "chapters" && b === "chapters") {
        const [, theirs = "", inside] = relative(SRC, to).split("/");
        // What stands directly in chapters/ is the contract that they share.
        return inside !== undefined && theirs !== relative(SRC, from).split("/")[1];
      }
      if (a !== "math" && relative(SRC, to).startsWith("math/kernels")) return true;
      return a !== b && !MAY_IMPORT[a]?.includes(b);
    });
    expect(forbidden.map(({ from, to }) => `${relative(SRC, from)} → ${relative(SRC, to)}`)).toEqual([]);
  });

  it("keeps packages out of the rooms that may not have them", () => {
    const forbidden = all.flatMap((from) =>
      imports(from)
        .filter((specifier) => !specifier.startsWith(".") && PACKAGES_NEVER[room(from)]?.test(specifier))
        .map((specifier) => `${relative(SRC, from)} → ${specifier}`),
    );
    expect(forbidden).toEqual([]);
  });

  it("has no circle", () => {
    const state = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === "done") return;
      if (state.get(path) === "open") {
        circles.push([...trail.slice(trail.indexOf(path)), path].map((p) => relative(SRC, p)).join(" → "));
        return;
      }
      state.set(path, "open");
      for (const { from, to } of edges) if (from === path) visit(to, [...trail, path]);
      state.set(path, "done");
    };
    for (const path of all) visit(path, []);
    expect(circles).toEqual([]);
  });

  it("says how long the files are", () => {
    const lengths = all.map((path) => readFileSync(path, "utf8").split("\n").length - 1).sort((a, b) => a - b);
    const quantile = (p: number) => lengths[Math.min(lengths.length - 1, Math.floor(p * lengths.length))] ?? 0;
    console.info(
      `files ${lengths.length}, lines: median ${quantile(0.5)}, p90 ${quantile(0.9)}, max ${lengths.at(-1)}`,
    );
    expect(quantile(0.5)).toBeLessThan(120);
  });

  it("uses Math.random nowhere, so that every picture has a seed", () => {
    expect(
      all.filter((path) => /Math\.random\(/.test(readFileSync(path, "utf8"))).map((p) => relative(SRC, p)),
    ).toEqual([]);
  });
});
