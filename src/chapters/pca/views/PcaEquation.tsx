import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { Formula } from "../../../ui/Formula";
import { useSource } from "../../../ui/useSource";
import { totalVariance } from "../model";
import { divisor, guess, model, outcome, plane, showGuess, standardise, which } from "../sources";

const first = derive([model], (m) => m?.explainedVariance[0] ?? 0);
const total = derive([model], (m) => (m ? totalVariance(m) : 1));
const slots = {
  lambda: derive([first, total], formatNumber),
  guess: derive([guess], (g) => formatNumber(g?.kept ?? 0, g?.total)),
};
const found = derive([outcome], ({ kind }) => kind === "found");
const turning = derive([which, showGuess, plane], (view, on, p) => view === "original" && on && p?.axes[1] != null);

/** One structure for each choice of matrix and divisor; the numbers in it are live. */
function tex(z: boolean, by: string, withGuess: boolean): string {
  const [c, x] = z ? ["R", "Z"] : ["C", "X"];
  const part = by === "n" ? "\\tfrac{1}{n}" : "\\tfrac{1}{n-1}";
  const v = "\\htmlClass{c-eigen}{v_1}";
  const eigen = `${c}\\,${v}=\\htmlClass{c-eigen slot-lambda}{0.00}\\,${v}`;
  const line = withGuess ? `,\\qquad v^{\\top}${c}\\,v=\\htmlClass{slot-guess}{0.00}` : "";
  return `${c}=${part}${x}^{\\top}${x},\\qquad ${eigen}${line}`;
}
const label = derive([standardise, divisor, first, total, guess, turning], (z, by, value, scale, g, on) => {
  const [c, x] = z ? ["R", "Z"] : ["C", "X"];
  const line = on && g ? `; the line you turn keeps v transpose ${c} v = ${formatNumber(g.kept, g.total)}` : "";
  return `${c} is one over ${by === "n" ? "n" : "n minus 1"} times ${x} transpose ${x}; ${c} times v1 is ${formatNumber(value, scale)} times v1${line}`;
});

const building = derive([which], (view) => view === "covariance");

export function PcaEquation() {
  const z = useParameter((s) => s.pca.standardise);
  const by = useParameter((s) => s.pca.divisor);
  const withGuess = useSource(turning);
  const summed = useSource(building);
  if (!useSource(found))
    return <Formula tex="C=\tfrac{1}{n}X^{\top}X" label="C is one over n times X transpose X" display />;
  if (summed) {
    const [c, x, part] = [z ? "R" : "C", z ? "z" : "x", by === "n" ? "n" : "n-1"];
    const spoken = `${c} is one over ${by === "n" ? "n" : "n minus 1"} times the sum over all rows of ${x} ${x} transpose`;
    return <Formula tex={`${c}=\\tfrac{1}{${part}}\\sum_{i=1}^{n}${x}_i\\,${x}_i^{\\top}`} label={spoken} display />;
  }
  return <Formula tex={tex(z, by, withGuess)} slots={withGuess ? slots : LAMBDA} label={label} display />;
}
const LAMBDA = { lambda: slots.lambda };
