import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { Formula } from "../../../ui/Formula";
import { useSource } from "../../../ui/useSource";
import { taken } from "../covariance/sources";
import { totalVariance } from "../model";
import { divisor, guess, model, outcome, plain, plane, showGuess, standardise, which } from "../sources";

const first = derive([model], (m) => m?.explainedVariance[0] ?? 0);
const total = derive([model], (m) => (m ? totalVariance(m) : 1));
const slots = {
  lambda: derive([first, total], formatNumber),
  guess: derive([guess], (g) => formatNumber(g?.kept ?? 0, g?.total)),
};
const found = derive([outcome], ({ kind }) => kind === "found");
const turning = derive([plain, showGuess, plane], (original, on, p) => original && on && p?.axes[1] != null);

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

const SUM = {
  tex: (z: boolean) => {
    const [c, x] = z ? ["R", "z"] : ["C", "x"];
    return `${c}_m=\\tfrac{1}{m}\\sum_{i\\le m}${x}_i\\,${x}_i^{\\top},\\qquad m=\\htmlClass{slot-rows}{000}`;
  },
  slots: { rows: derive([taken], (m) => m.toLocaleString("en-US")) },
  label: derive([standardise, taken], (z, m) => {
    const [c, x] = z ? ["R", "z"] : ["C", "x"];
    return `${c} is the average of ${x} times ${x} transpose over the rows; ${m} are in it`;
  }),
};

export function PcaEquation() {
  const z = useParameter((s) => s.pca.standardise);
  const by = useParameter((s) => s.pca.divisor);
  const withGuess = useSource(turning);
  const building = useSource(which) === "covariance";
  if (!useSource(found))
    return <Formula tex="C=\tfrac{1}{n}X^{\top}X" label="C is one over n times X transpose X" display />;
  if (building) return <Formula tex={SUM.tex(z)} slots={SUM.slots} label={SUM.label} display />;
  return <Formula tex={tex(z, by, withGuess)} slots={withGuess ? slots : LAMBDA} label={label} display />;
}
const LAMBDA = { lambda: slots.lambda };
