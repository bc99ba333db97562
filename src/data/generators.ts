/** Datasets made here, by a seed: known shapes to try a method on. */
import { createRandom, momentsOf } from "../math";
import type { CategoryColumn, Dataset, NumberColumn } from "./dataset";
import { type GeneratorSpec, generatorId, recipeOf, settingOf } from "./generate/generatorId";
import { type GeneratorParameter, RECIPES, type Recipe } from "./generate/recipes";
import type { Point } from "./generate/shapes";

export { type GeneratorSpec, generatorId, parseGeneratorId } from "./generate/generatorId";
export type { GeneratorParameter } from "./generate/recipes";

/** What can be made, for a list and its fields. */
export const GENERATORS: readonly {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly parameters: readonly GeneratorParameter[];
  readonly defaults: GeneratorSpec;
}[] = RECIPES.map(({ kind, name, about, parameters }) => ({
  kind,
  name,
  about,
  parameters,
  defaults: { kind, settings: new Map(parameters.map((parameter) => [parameter.name, parameter.initial])) },
}));

/** The dataset that the spec names; undefined for an unknown kind. Rounded to six decimals, so that all machines agree. O(n). */
export function generateDataset(spec: GeneratorSpec): Dataset | undefined {
  const recipe = recipeOf(spec.kind);
  if (!recipe) return undefined;
  const settings = new Map(recipe.parameters.map((parameter) => [parameter.name, settingOf(spec, parameter)]));
  const setting = (name: string) => settings.get(name) ?? 0;
  const n = setting("n");
  const random = createRandom(setting("seed"));
  const points = Array.from({ length: n }, (_, i) => recipe.shape(i, setting, random));
  const numbers = ([0, 1] as const).map(
    (k): NumberColumn => ({
      kind: "number",
      name: recipe.columns[k],
      values: Float64Array.from(points, (point) => Math.round(point[k] * 1e6) / 1e6),
    }),
  );
  const data = Float64Array.from({ length: 2 * n }, (_, k) => numbers[k % 2]?.values[k >> 1] as number);
  return {
    id: generatorId(spec),
    name: recipe.name,
    source: "generated here",
    licence: "CC0",
    rows: n,
    held: n,
    columns: [...numbers, ...classesOf(recipe, points)],
    moments: momentsOf({ rows: n, cols: 2, data }),
    colour: recipe.classes.length > 0 ? "class" : "",
    target: recipe.target,
    notes: [],
  };
}

function classesOf({ classes }: Recipe, points: readonly Point[]): readonly CategoryColumn[] {
  if (classes.length === 0) return [];
  const codes = Int32Array.from(points, (point) => point[2]);
  return [{ kind: "category", name: "class", levels: classes.slice(0, 1 + Math.max(...codes)), codes }];
}
