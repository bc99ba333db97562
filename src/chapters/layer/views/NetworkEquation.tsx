import type { ActivationName } from "../../../math";
import { derive, type Source } from "../../../scene/source";
import { Formula } from "../../../ui/Formula";
import { formatFixed } from "../../../ui/formatNumber";
import { useSource } from "../../../ui/useSource";
import { forwardAt } from "../forwardAt";
import { ACTIVATION_NAMES } from "../model";
import { now, run } from "../networkSources";
import { x } from "../sources";

const MOST_SHOWN = 4;
const SIGMA: Readonly<Record<ActivationName, string>> = {
  identity: "",
  relu: "\\operatorname{ReLU}",
  leakyRelu: "\\operatorname{LReLU}",
  tanh: "\\tanh",
  sigmoid: "\\operatorname{sigmoid}",
  gelu: "\\operatorname{GELU}",
  softplus: "\\operatorname{softplus}",
};

/** A row that training did not use may still overflow. */
const shown = (v: number) => (Number.isFinite(v) ? formatFixed(v) : "too large");

/** The composition with the sizes of its matrices under them; sizes and names come from a fixed list, never from data. */
function texOf(sizes: readonly number[], activation: ActivationName, kind: "classes" | "regression"): string {
  const inner = sizes.slice(1).reduce((input, units, l) => {
    const affine = `\\underset{${units}\\times ${sizes[l]}}{W_{${l + 1}}}\\,${input}+b_{${l + 1}}`;
    const last = l === sizes.length - 2;
    if (last) return kind === "classes" ? `\\operatorname{softmax}\\!\\left(${affine}\\right)` : affine;
    return `${SIGMA[activation]}\\!\\left(${affine}\\right)`;
  }, "x");
  const outputs = sizes.at(-1) ?? 1;
  const parts = Array.from({ length: Math.min(MOST_SHOWN, outputs) }, (_, k) => `\\htmlClass{slot-p${k}}{0.00}`);
  if (outputs > MOST_SHOWN) parts.push("\\ldots");
  const result = outputs === 1 ? parts[0] : `(${parts.join(",\\;")})`;
  return `${kind === "classes" ? "p" : "\\hat y"}=${inner}=${result}`;
}

const tex = derive([run], (of) => (of ? texOf(of.shape.sizes, of.setting.activation, of.task.kind) : "\\hat y=f(x)"));
const output = derive([now, x], (at, point) => (at ? forwardAt(at, point) : new Float64Array(0)));
const slots: Record<string, Source<string>> = Object.fromEntries(
  Array.from({ length: MOST_SHOWN }, (_, k) => [`p${k}`, derive([output], (values) => shown(values[k] ?? 0))]),
);
const label = derive([run, output], (of, values) => {
  if (!of) return "A network needs something to learn";
  const { sizes } = of.shape;
  const given = [...values].slice(0, MOST_SHOWN).map(shown);
  return `A network of sizes ${sizes.join(", ")} with ${ACTIVATION_NAMES[of.setting.activation]}${of.task.kind === "classes" ? " and softmax" : ""} answers ${given.join(", ")} for the chosen row`;
});

/** p = softmax(W₃ σ(W₂ σ(W₁ x + b₁) + b₂) + b₃), with the answer for the chosen row. */
export function NetworkEquation() {
  return <Formula tex={useSource(tex)} slots={slots} label={label} display />;
}
