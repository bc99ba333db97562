import { derive, type Source } from "../../../scene/source";
import { Formula } from "../../../ui/Formula";
import { formatFixed, scaleOf } from "../../../ui/formatNumber";
import { useSource } from "../../../ui/useSource";
import { ACT_WORDS, ACTIVATION_NAMES, actOf } from "../model";
import { activation, bias, h, progress, weights, x, z } from "../sources";

const said = (values: readonly number[]) => values.map((value) => formatFixed(value, 2, scaleOf(values)));
const entry = (of: Source<readonly number[]>, k: number) => derive([of], (values) => said(values)[k] ?? "");
const pair = (of: Source<readonly number[]>, name: string) => ({
  [`${name}1`]: entry(of, 0),
  [`${name}2`]: entry(of, 1),
});
const slots: Record<string, Source<string>> = {
  a: entry(weights, 0),
  b: entry(weights, 1),
  c: entry(weights, 2),
  d: entry(weights, 3),
  ...pair(x, "x"),
  ...pair(bias, "o"),
  ...pair(z, "z"),
  ...pair(h, "h"),
};
const slot = (name: string) => `\\htmlClass{slot-${name}}{-0.00}`;
const red = (name: string) => `\\htmlClass{c-basis-i}{${slot(name)}}`;
const blue = (name: string) => `\\htmlClass{c-basis-j}{${slot(name)}}`;
const vector = (name: string) => `\\begin{bmatrix}${slot(`${name}1`)}\\\\${slot(`${name}2`)}\\end{bmatrix}`;
const SIGMA = "\\sigma";

/** The formula with the terms that have not acted yet dimmed; one layout for each act. */
function tex(act: 0 | 1 | 2 | 3): string {
  const from = (k: number, what: string) => (act >= k ? what : `\\htmlClass{c-muted}{${what}}`);
  const entries = act >= 1 ? [red("a"), blue("b"), red("c"), blue("d")] : ["a", "b", "c", "d"].map(slot);
  const matrix = `\\begin{bmatrix}${entries[0]}&${entries[1]}\\\\${entries[2]}&${entries[3]}\\end{bmatrix}`;
  return [
    `${from(3, `h=${SIGMA}(`)}${from(1, "W")}x${from(2, "+b")}${from(3, `)=${SIGMA}\\!`)}`,
    `\\left(${from(1, matrix)}${vector("x")}${from(2, `+${vector("o")}`)}\\right)`,
    `${from(3, `=${SIGMA}`)}${from(2, vector("z"))}${from(3, `=${vector("h")}`)}`,
  ].join("");
}
const TEX = [tex(0), tex(1), tex(2), tex(3)] as const;

const act = derive([progress], actOf);
const label = derive([weights, bias, x, h, activation, act], (w, o, at, out, name, now) => {
  const [a, b, c, d] = said(w);
  const list = (values: readonly number[]) => said(values).join(", ");
  return `h is ${ACTIVATION_NAMES[name]} of W x plus b, with W the rows ${a}, ${b} and ${c}, ${d}, x ${list(at)} and b ${list(o)}: h is ${list(out)}. Shown now: ${ACT_WORDS[now]}`;
});

/** h = σ(Wx + b) for the chosen point; the terms light up as they act. */
export function OneLayerEquation() {
  return <Formula tex={TEX[useSource(act)]} slots={slots} label={label} display />;
}
