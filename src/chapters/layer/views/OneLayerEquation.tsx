import { derive, type Source } from "../../../scene/source";
import { Formula } from "../../../ui/Formula";
import { formatFixed } from "../../../ui/formatNumber";
import { useSource } from "../../../ui/useSource";
import { ACT_WORDS, ACTIVATION_NAMES, actOf } from "../model";
import { activation, bias, h, progress, weights, x, z } from "../sources";

const entry = (of: Source<readonly number[]>, k: number) => derive([of], (values) => formatFixed(values[k] ?? 0));
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

/** The formula with the terms that have acted so far lit; one layout for each act. */
function tex(act: 0 | 1 | 2 | 3): string {
  const lit = (from: number, what: string) => (act === from ? `\\htmlClass{lit}{${what}}` : what);
  const matrix = `\\begin{bmatrix}${red("a")}&${blue("b")}\\\\${red("c")}&${blue("d")}\\end{bmatrix}`;
  return [
    `h=${SIGMA}(Wx+b)=`,
    `${lit(3, SIGMA)}\\!\\left(${lit(1, matrix)}${lit(0, vector("x"))}+${lit(2, vector("o"))}\\right)`,
    `=${SIGMA}${vector("z")}=${lit(3, vector("h"))}`,
  ].join("");
}
const TEX = [tex(0), tex(1), tex(2), tex(3)] as const;

const act = derive([progress], actOf);
const label = derive([weights, bias, x, h, activation, act], ([a, b, c, d], o, at, out, name, now) => {
  const f = formatFixed;
  return `h is ${ACTIVATION_NAMES[name]} of W x plus b, with W the rows ${f(a)}, ${f(b)} and ${f(c)}, ${f(d)}, x ${f(at[0])}, ${f(at[1])} and b ${f(o[0])}, ${f(o[1])}: h is ${f(out[0])}, ${f(out[1])}. Shown now: ${ACT_WORDS[now]}`;
});

/** h = σ(Wx + b) for the chosen point; the term of the act under way is lit. */
export function OneLayerEquation() {
  return <Formula tex={TEX[useSource(act)]} slots={slots} label={label} display />;
}
