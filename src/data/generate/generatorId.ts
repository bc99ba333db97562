/** A generated dataset's identity as text, such as 'moons?n=200&noise=0.1&seed=1': all that is needed to make it again. */
import { plainNumber } from "../import/cell";
import { type GeneratorParameter, RECIPES, type Recipe } from "./recipes";

export interface GeneratorSpec {
  readonly kind: string;
  /** By parameter name; one that is left out, or out of range, stands at its initial value. */
  readonly settings: ReadonlyMap<string, number>;
}

/** The recipe of that kind, else undefined. */
export const recipeOf = (kind: string): Recipe | undefined => RECIPES.find((recipe) => recipe.kind === kind);

/** What the parameter stands at: the setting where it is allowed. */
export function settingOf({ settings }: GeneratorSpec, parameter: GeneratorParameter): number {
  const value = settings.get(parameter.name);
  return value !== undefined && allowed(parameter, value) ? value : parameter.initial;
}

/** All parameters in their order, so that equal data have equal text. An unknown kind gives its bare name. */
export function generatorId(spec: GeneratorSpec): string {
  const pairs = (recipeOf(spec.kind)?.parameters ?? []).map(
    (parameter) => `${parameter.name}=${settingOf(spec, parameter)}`,
  );
  return pairs.length > 0 ? `${spec.kind}?${pairs.join("&")}` : spec.kind;
}

/** The spec that the text spells; undefined for an unknown kind or parameter, a repeated one, or a number out of range. Never throws. */
export function parseGeneratorId(text: string): GeneratorSpec | undefined {
  const [kind = "", query = ""] = split(text, "?");
  const recipe = recipeOf(kind);
  if (!recipe) return undefined;
  const settings = new Map<string, number>();
  for (const pair of query === "" ? [] : query.split("&")) {
    const [name, written = ""] = split(pair, "=");
    const parameter = recipe.parameters.find((candidate) => candidate.name === name);
    const value = plainNumber(written);
    if (!parameter || settings.has(parameter.name) || !allowed(parameter, value)) return undefined;
    settings.set(parameter.name, value);
  }
  return { kind, settings };
}

const allowed = ({ min, max, whole }: GeneratorParameter, value: number) =>
  value >= min && value <= max && (!whole || Number.isInteger(value));

function split(text: string, at: string): readonly [string, string?] {
  const k = text.indexOf(at);
  return k < 0 ? [text] : [text.slice(0, k), text.slice(k + 1)];
}
