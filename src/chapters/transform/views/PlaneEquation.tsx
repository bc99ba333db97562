import { svd2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { Formula } from "../../../ui/Formula";
import { formatFixed } from "../../../ui/formatNumber";
import { useSource } from "../../../ui/useSource";
import { eigenvalueAt } from "../snap";
import { ax, lit, name, reading, total, x } from "../sources";

const entry = (of: Source<readonly number[]>, k: number) => derive([of], (values) => formatFixed(values[k] ?? 0));

const parts = derive([total, x], (a, at) => {
  const { u, s, v } = svd2(a);
  const along = [v[0] * at[0] + v[2] * at[1], v[1] * at[0] + v[3] * at[1]];
  return [...u, ...s, ...v, ...along];
});
const slots = {
  a: entry(total, 0),
  b: entry(total, 1),
  c: entry(total, 2),
  d: entry(total, 3),
  x1: entry(x, 0),
  x2: entry(x, 1),
  y1: entry(ax, 0),
  y2: entry(ax, 1),
};
const PARTS = ["u11", "u12", "u21", "u22", "s1", "s2", "v11", "v12", "v21", "v22", "p1", "p2"] as const;
const factors = { ...slots, ...Object.fromEntries(PARTS.map((key, k) => [key, entry(parts, k)])) };

const slot = (key: string) => `\\htmlClass{slot-${key}}{-0.00}`;
const named = (symbol: string, tex: string) => `\\htmlClass{sym-${symbol}}{${tex}}`;
const toned = (symbol: string, tone: string, key: string) => named(symbol, `\\htmlClass{c-${tone}}{${slot(key)}}`);
const red = (key: string) => toned("i", "basis-i", key);
const blue = (key: string) => toned("j", "basis-j", key);
const sigma = (k: 1 | 2) => toned("ellipse", "singular", `s${k}`);
const matrixOf = (rows: readonly (readonly string[])[]) =>
  `\\begin{bmatrix}${rows.map((row) => row.join("&")).join("\\\\")}\\end{bmatrix}`;
const column = (top: string, bottom: string) => matrixOf([[top], [bottom]]);

const A = matrixOf([
  [red("a"), blue("b")],
  [red("c"), blue("d")],
]);
const X = named("x", column(slot("x1"), slot("x2")));
const Y = named("ax", column(slot("y1"), slot("y2")));
const plain = (keys: readonly [string, string, string, string]) =>
  matrixOf([
    [slot(keys[0]), slot(keys[1])],
    [slot(keys[2]), slot(keys[3])],
  ]);
const layer = (k: 1 | 2) =>
  named(`term-${k}`, `${sigma(k)}\\,${column(slot(`u1${k}`), slot(`u2${k}`))}(${slot(`p${k}`)})`);

/** What each reading writes between Ax and its value. */
const MIDDLE = {
  grid: `${A}${X}=${slot("x1")}\\,${column(red("a"), red("c"))}+${slot("x2")}\\,${column(blue("b"), blue("d"))}`,
  columns: `${named("term-1", `${slot("x1")}\\,${column(red("a"), red("c"))}`)}+${named("term-2", `${slot("x2")}\\,${column(blue("b"), blue("d"))}`)}`,
  rows: `${A}${X}=${column(
    named("row-1", `\\htmlClass{c-basis-i}{${slot("a")}(${slot("x1")})+${slot("b")}(${slot("x2")})}`),
    named("row-2", `\\htmlClass{c-basis-j}{${slot("c")}(${slot("x1")})+${slot("d")}(${slot("x2")})}`),
  )}`,
  outer: `\\textstyle\\sum\\sigma_k u_k(v_k^{\\mathsf T}x)=${layer(1)}+${layer(2)}`,
  turns: `U\\Sigma V^{\\mathsf T}x=${plain(["u11", "u12", "u21", "u22"])}${matrixOf([
    [sigma(1), "0"],
    ["0", sigma(2)],
  ])}${plain(["v11", "v21", "v12", "v22"])}${X}`,
} as const;

const lambda = derive([x, reading], (at, { eig }) => eigenvalueAt(at, eig));
const onLine = derive([lambda], (value) => value !== null);
const withLambda = {
  ...factors,
  lambda: derive([lambda, reading], (value, { scale }) => (value === null ? "" : formatNumber(value, scale))),
};

const label = derive(
  [total, x, ax, lambda, name, reading],
  ([a, b, c, d], [x1, x2], [y1, y2], value, called, { scale }) => {
    const f = (v: number | undefined) => formatFixed(v ?? 0);
    const product = called.length > 1 ? `${called} x, with ${called}` : "A x, with A";
    return `${product} the rows ${f(a)}, ${f(b)} and ${f(c)}, ${f(d)}, and x ${f(x1)}, ${f(x2)}, is ${f(y1)}, ${f(y2)}${value === null ? "" : `, which is ${formatNumber(value, scale)} times x`}`;
  },
);

/** f(x) = Ax with today's numbers, as the chosen reading writes it; it grows '= λx' while x lies on an eigenline. */
export default function PlaneEquation() {
  const grown = useSource(onLine);
  const called = useSource(name);
  const reads = useParameter((s) => s.transform.reading);
  const end = grown ? named("eigen", `\\htmlClass{c-eigen}{=\\htmlClass{slot-lambda}{0.00}\\,x}`) : "";
  return (
    <Formula
      tex={`f(x)=${called}x=${MIDDLE[reads]}=${Y}${end}`}
      slots={grown ? withLambda : factors}
      label={label}
      lit={lit}
      onHover={lit.set}
      display
    />
  );
}
