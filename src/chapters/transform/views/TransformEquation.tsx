import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { Formula } from "../../../ui/Formula";
import { formatFixed } from "../../../ui/formatNumber";
import { useSource } from "../../../ui/useSource";
import { eigenvalueAt } from "../snap";
import { ax, matrix, reading, x } from "../sources";

const entry = (of: Source<readonly number[]>, k: number) => derive([of], (values) => formatFixed(values[k] ?? 0));

const slots = {
  a: entry(matrix, 0),
  b: entry(matrix, 1),
  c: entry(matrix, 2),
  d: entry(matrix, 3),
  x1: entry(x, 0),
  x2: entry(x, 1),
  y1: entry(ax, 0),
  y2: entry(ax, 1),
};
const slot = (name: string) => `\\htmlClass{slot-${name}}{-0.00}`;
const red = (name: string) => `\\htmlClass{c-basis-i}{${slot(name)}}`;
const blue = (name: string) => `\\htmlClass{c-basis-j}{${slot(name)}}`;
const column = (top: string, bottom: string) => `\\begin{bmatrix}${top}\\\\${bottom}\\end{bmatrix}`;

const TEX = `f(x)=Ax=\\begin{bmatrix}${red("a")}&${blue("b")}\\\\${red("c")}&${blue("d")}\\end{bmatrix}${column(slot("x1"), slot("x2"))}=${slot("x1")}\\,${column(red("a"), red("c"))}+${slot("x2")}\\,${column(blue("b"), blue("d"))}=${column(slot("y1"), slot("y2"))}`;
const TEX_ON_LINE = `${TEX}\\htmlClass{c-eigen}{=\\htmlClass{slot-lambda}{0.00}\\,x}`;

const lambda = derive([x, reading], (at, { eig }) => eigenvalueAt(at, eig));
const onLine = derive([lambda], (value) => value !== null);
const slotsOnLine = {
  ...slots,
  lambda: derive([lambda, reading], (value, { scale }) => (value === null ? "" : formatNumber(value, scale))),
};

const label = derive([matrix, x, ax, lambda], ([a, b, c, d], [x1, x2], [y1, y2], value) => {
  const f = (v: number | undefined) => formatFixed(v ?? 0);
  return `A x, with A the rows ${f(a)}, ${f(b)} and ${f(c)}, ${f(d)}, and x ${f(x1)}, ${f(x2)}, is ${f(y1)}, ${f(y2)}${value === null ? "" : `, which is ${formatNumber(value)} times x`}`;
});

/** f(x) = Ax with today's numbers; it grows '= λx' while x lies on an eigenline. */
export function TransformEquation() {
  const grown = useSource(onLine);
  return <Formula tex={grown ? TEX_ON_LINE : TEX} slots={grown ? slotsOnLine : slots} label={label} display />;
}
