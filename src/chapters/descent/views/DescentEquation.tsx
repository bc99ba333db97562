import { derive, type Source } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { Formula } from "../../../ui/Formula";
import { formatFixed } from "../../../ui/formatNumber";
import { current, learningRate, optimiser, step, steps } from "../sources";

const entry = (of: Source<ArrayLike<number>>, k: number) => derive([of], (values) => formatFixed(values[k] ?? 0));
const x = derive([current], (at) => at.x);
const g = derive([current], (at) => at.gradient);
const next = derive([steps, step], (run, k) => (run[k + 1] ?? run[k])?.x ?? new Float64Array(2));
const slots = {
  x1: entry(x, 0),
  x2: entry(x, 1),
  g1: entry(g, 0),
  g2: entry(g, 1),
  y1: entry(next, 0),
  y2: entry(next, 1),
  a: derive([learningRate], (alpha) => formatFixed(alpha, 3)),
};
const slot = (name: string) => `\\htmlClass{slot-${name}}{-0.00}`;
const vector = (top: string, bottom: string) => `\\begin{bmatrix}${slot(top)}\\\\${slot(bottom)}\\end{bmatrix}`;
const TEX = `w_{t+1}=w_t-\\alpha\\nabla L=${vector("x1", "x2")}-\\htmlClass{c-basis-i slot-a}{0.000}\\,${vector("g1", "g2")}=${vector("y1", "y2")}`;
/** The other optimisers move along a memory of gradients; only the points and the gradient are theirs too. */
const TEX_OTHER = `w_t=${vector("x1", "x2")},\\quad\\nabla L=${vector("g1", "g2")},\\quad \\alpha=\\htmlClass{c-basis-i slot-a}{0.000},\\quad w_{t+1}=${vector("y1", "y2")}`;
const label = derive([x, g, next, learningRate, optimiser], (at, slope, to, alpha) => {
  const pair = (v: ArrayLike<number>) => `${formatFixed(v[0] ?? 0)}, ${formatFixed(v[1] ?? 0)}`;
  return `From w ${pair(at)} with learning rate ${formatFixed(alpha, 3)} and gradient ${pair(slope)} to ${pair(to)}`;
});

export function DescentEquation() {
  const plain = useParameter((s) => s.descent.optimiser === "gradientDescent");
  return <Formula tex={plain ? TEX : TEX_OTHER} slots={slots} label={label} display />;
}
