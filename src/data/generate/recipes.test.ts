import { describe, expect, it } from "vitest";
import { createRandom } from "../../math";
import { RECIPES } from "./recipes";

it("kinds are told apart, and so are a recipe's parameters", () => {
  expect(new Set(RECIPES.map(({ kind }) => kind)).size).toBe(RECIPES.length);
  for (const { parameters } of RECIPES)
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
});

describe.each(RECIPES.map((recipe) => [recipe.kind, recipe] as const))("%s", (_, recipe) => {
  it("begins within its own limits, and a link can spell the kind and the names", () => {
    for (const { name, min, max, initial, whole } of recipe.parameters) {
      expect(min <= initial && initial <= max && min < max).toBe(true);
      if (whole) expect([min, max, initial].every(Number.isInteger)).toBe(true);
      expect(name).toMatch(/^[a-z]+$/);
    }
    expect(recipe.kind).toMatch(/^[a-z]+$/);
  });

  it("at every corner of its limits gives finite points, with a class that has a name", () => {
    const own = recipe.parameters.filter(({ name }) => name !== "n" && name !== "seed");
    for (let corner = 0; corner < 2 ** own.length; corner++) {
      const settings = new Map(own.map(({ name, min, max }, k) => [name, (corner >> k) % 2 ? max : min]));
      const random = createRandom(1);
      const classes = new Set<number>();
      for (let i = 0; i < 60; i++) {
        const [x, y, c] = recipe.shape(i, (name) => settings.get(name) ?? Number.NaN, random);
        expect([x, y].every(Number.isFinite)).toBe(true);
        classes.add(c);
      }
      const most = settings.get("classes") ?? Math.max(1, recipe.classes.length);
      expect([...classes].sort()).toEqual(Array.from({ length: most }, (__, c) => c));
      if (recipe.classes.length > 0) expect(recipe.classes.length).toBeGreaterThanOrEqual(most);
    }
  });

  it("colours by class or has a target, not both", () => {
    expect(recipe.target === "" || recipe.columns.includes(recipe.target)).toBe(true);
    expect(recipe.classes.length > 0 && recipe.target !== "").toBe(false);
  });
});
