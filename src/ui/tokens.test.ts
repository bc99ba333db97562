import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../app/tokens.css", import.meta.url), "utf8");

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start));
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? "", m[2] ?? ""]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

const themes: [string, Map<string, string>][] = [
  ["light", block(":root")],
  ["dark", block('[data-theme="dark"]')],
];
const texts = ["ink", "muted", "basis-i", "basis-j", "basis-k", "eigen", "singular", "good", "warn", "bad"];
const marks = [...Array.from({ length: 10 }, (_, i) => `class-${i}`), "data", "focus", "diverge-neg", "diverge-pos"];

describe.each(themes)("tokens, %s theme", (_name, tokens) => {
  const ratio = (a: string, b: string) => contrast(tokens.get(a) ?? "", tokens.get(b) ?? "");

  it.each(texts)("--%s reads at 4.5:1 on paper, surface and chips", (name) => {
    for (const ground of ["paper", "surface", "surface-2"]) expect(ratio(name, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("--%s shows at 3:1 on both papers", (name) => {
    for (const ground of ["paper", "surface"]) expect(ratio(name, ground)).toBeGreaterThanOrEqual(3);
  });

  it("paper reads on ink (filled buttons) and control edges show", () => {
    expect(ratio("paper", "ink")).toBeGreaterThanOrEqual(4.5);
    for (const ground of ["paper", "surface"]) expect(ratio("line-strong", ground)).toBeGreaterThanOrEqual(3);
  });

  it("no two classes share a colour", () => {
    expect(new Set(marks.slice(0, 10).map((m) => tokens.get(m))).size).toBe(10);
  });
});

it("the dark theme by choice and by system are one", () => {
  expect([...block(":root:not([data-theme])")]).toEqual([...block('[data-theme="dark"]')]);
  expect([...block(":root").keys()]).toEqual([...block('[data-theme="dark"]').keys()]);
});

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
