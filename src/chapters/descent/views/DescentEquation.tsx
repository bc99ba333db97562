import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { Formula } from "../../../ui/Formula";
import { formatFixed } from "../../../ui/formatNumber";
import { current, learningRate, loss, optimiser, step, steps } from "../sources";

/** The quadratic's numbers are of one size; a dataset's may be of any. */
const format = derive([loss], (kind) =>
  kind === "quadratic" ? (v: number) => formatFixed(v) : (v: number) => formatNumber(v),
);
const entry = (of: Source<ArrayLike<number>>, k: number) =>
  derive([of, format], (values, write) => write(values[k] ?? 0));
const x = derive([current], (at) => at.x);
const g = derive([current], (at) => at.gradient);
const next = derive([steps, step], (run, k) => (run[k + 1] ?? run[k])?.x ?? new Float64Array(2));
const rate = derive([learningRate, loss], (alpha, kind) =>
  kind === "quadratic" && alpha < 1e3 ? formatFixed(alpha, 3) : formatNumber(alpha),
);
const slots = {
  x1: entry(x, 0),
  x2: entry(x, 1),
  g1: entry(g, 0),
  g2: entry(g, 1),
  y1: entry(next, 0),
  y2: entry(next, 1),
  a: rate,
};
const slot = (name: string) => `\\htmlClass{slot-${name}}{-0.00}`;
const vector = (top: string, bottom: string) => `\\begin{bmatrix}${slot(top)}\\\\${slot(bottom)}\\end{bmatrix}`;
const ALPHA = "\\htmlClass{c-basis-i slot-a}{0.000}";
const STEP = `${vector("x1", "x2")}-${ALPHA}\\,${vector("g1", "g2")}=${vector("y1", "y2")}`;
const TEX = {
  quadratic: `w_{t+1}=w_t-\\htmlClass{c-basis-i}{\\alpha}\\nabla L=${STEP}`,
  leastSquares: `w_{t+1}=w_t-\\htmlClass{c-basis-i}{\\alpha}\\,\\tfrac1nX^{\\top}(Xw_t-y)=${STEP}`,
};
/** The other optimisers move along a memory of gradients; only the points and the gradient are theirs too. */
const TEX_OTHER = `w_t=${vector("x1", "x2")},\\quad\\nabla L=${vector("g1", "g2")},\\quad \\alpha=${ALPHA},\\quad w_{t+1}=${vector("y1", "y2")}`;
const label = derive([x, g, next, rate, optimiser, format], (at, slope, to, alpha, _, write) => {
  const pair = (v: ArrayLike<number>) => `${write(v[0] ?? 0)}, ${write(v[1] ?? 0)}`;
  return `From w ${pair(at)} with learning rate ${alpha} and gradient ${pair(slope)} to ${pair(to)}`;
});

export function DescentEquation() {
  const plain = useParameter((s) => s.descent.optimiser === "gradientDescent");
  const kind = useParameter((s) => s.descent.loss);
  return <Formula tex={plain ? TEX[kind] : TEX_OTHER} slots={slots} label={label} display />;
}
