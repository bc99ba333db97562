import { type Mat2, svd2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { constant, derive, type Source } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { Formula } from "../../../ui/Formula";
import { formatFixed, scaleOf } from "../../../ui/formatNumber";
import { useSource } from "../../../ui/useSource";
import { columnOf, entry, formsOf, matrixOf, named, plus, slot } from "../slots";
import { eigenvalueAt } from "../snap";
import { after, ax, lit, matrix, name, reading, total, x } from "../sources";

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
/** A as it was typed is read as its cells are; a product by the numbers that were multiplied. */
const scaleA = derive([matrix, after], (a, more) =>
  more.length === 0 ? scaleOf(a) : more.reduce((size, m: Mat2) => size * largest(m), largest(a)),
);
const scaleX = derive([x], scaleOf);
const scaleY = derive([scaleA, total, x], (size, a, at) => Math.max(size, largest(a)) * largest(at));

const parts = derive([total, x], (a, at) => {
  const { u, s, v } = svd2(a);
  const along = [v[0] * at[0] + v[2] * at[1], v[1] * at[0] + v[3] * at[1]];
  return [...u, ...s, ...v, ...along];
});
const scaleS = derive([parts], (values) => values[4] ?? 1);
const UNIT = constant(1);
const PARTS = ["u11", "u12", "u21", "u22", "s1", "s2", "v11", "v12", "v21", "v22", "p1", "p2"] as const;
const scaleOfPart = (key: string) => (key.startsWith("s") ? scaleS : key.startsWith("p") ? scaleX : UNIT);
const forms = (keys: readonly string[], of: Source<readonly number[]>, scale: Source<number>) =>
  Object.assign({}, ...keys.map((key, k) => formsOf(key, entry(of, k, scale))));
const factors: Record<string, Source<string>> = {
  ...forms(["a", "b", "c", "d"], total, scaleA),
  ...forms(["x1", "x2"], x, scaleX),
  ...forms(["y1", "y2"], ax, scaleY),
  ...Object.fromEntries(PARTS.map((key, k) => [key, entry(parts, k, scaleOfPart(key))])),
};

const inTone = (symbol: string, tone: string, key: string) => named(symbol, `\\htmlClass{c-${tone}}{${slot(key)}}`);
const red = (key: string) => inTone("i", "basis-i", key);
const blue = (key: string) => inTone("j", "basis-j", key);
const sigma = (k: 1 | 2) => inTone("ellipse", "singular", `s${k}`);

const A = matrixOf([
  [red("a"), blue("b")],
  [red("c"), blue("d")],
]);
const X = named("x", columnOf([slot("x1"), slot("x2")]));
const Y = named("ax", columnOf([slot("y1"), slot("y2")]));
const first = `${slot("x1")}\\,${columnOf([red("a"), red("c")])}`;
const second = `${slot("x2-size")}\\,${columnOf([blue("b"), blue("d")])}`;
const plain = (keys: readonly [string, string, string, string]) =>
  matrixOf([
    [slot(keys[0]), slot(keys[1])],
    [slot(keys[2]), slot(keys[3])],
  ]);
const layer = (k: 1 | 2) =>
  named(`term-${k}`, `${sigma(k)}\\,${columnOf([slot(`u1${k}`), slot(`u2${k}`)])}(${slot(`p${k}`)})`);
/** One row of A times x. */
const row = (i: 1 | 2, tone: string, [p, q]: readonly [string, string]) =>
  named(
    `row-${i}`,
    `\\htmlClass{c-${tone}}{${slot(p)}\\cdot${slot("x1-factor")}${plus(q)}${slot(`${q}-size`)}\\cdot${slot("x2-factor")}}`,
  );

/** What each reading writes between Ax and its value. */
const MIDDLE = {
  grid: `${A}${X}=${first}${plus("x2")}${second}`,
  columns: `${named("term-1", first)}${plus("x2")}${named("term-2", second)}`,
  rows: `${A}${X}=${columnOf([row(1, "basis-i", ["a", "b"]), row(2, "basis-j", ["c", "d"])])}`,
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
  [total, x, ax, lambda, name, reading, scaleA, scaleX, scaleY],
  ([a, b, c, d], [x1, x2], [y1, y2], value, called, { scale }, ...[ofA, ofX, ofY]) => {
    const f = formatFixed;
    const product = called.length > 1 ? `${called} x, with ${called}` : "A x, with A";
    return `${product} the rows ${f(a, 2, ofA)}, ${f(b, 2, ofA)} and ${f(c, 2, ofA)}, ${f(d, 2, ofA)}, and x ${f(x1, 2, ofX)}, ${f(x2, 2, ofX)}, is ${f(y1, 2, ofY)}, ${f(y2, 2, ofY)}${value === null ? "" : `, which is ${formatNumber(value, scale)} times x`}`;
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
