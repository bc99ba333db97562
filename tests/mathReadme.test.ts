import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as math from "../src/math";

const page = readFileSync(join(import.meta.dirname, "../src/math/README.md"), "utf8");
const list = page.slice(page.indexOf("## What there is"), page.indexOf("## Measured"));
const listed = new Set([...list.matchAll(/`(\w+)`/g)].map(([, name]) => name as string));

it("the core's page lists every function that can be imported", () => {
  const functions = Object.entries(math).filter(([name, value]) => typeof value === "function" && !/Error$/.test(name));
  expect(functions.map(([name]) => name).filter((name) => !listed.has(name))).toEqual([]);
});

it("and nothing else", () => {
  expect([...listed].filter((name) => !(name in math))).toEqual([]);
});
