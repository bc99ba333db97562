import { formatNumber } from "../../../../scene/formatNumber";
import { derive, type Source } from "../../../../scene/source";
import { Formula } from "../../../../ui/Formula";
import { formatFixed, scaleOf } from "../../../../ui/formatNumber";
import { useSource } from "../../../../ui/useSource";
import { columnOf, entry, formsOf, matrixOf, named, plus, slot } from "../../slots";
import { lit } from "../../sources";
import { colsOf, rowsOf, type SpaceShape } from "../embedded";
import { ax3, lambda3, name3, reading3, shape, total3, x3 } from "../sources";

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
const scaleA = derive([total3], scaleOf);
const scaleX = derive([x3], scaleOf);
const scaleY = derive([total3, x3], (a, x) => largest(a) * largest(x));
const texts = (key: string, count: number, of: Source<readonly number[]>, scale: Source<number>) =>
  Array.from({ length: count }, (_, k) => formsOf(`${key}${k}`, entry(of, k, scale)));
const slots: Record<string, Source<string>> = Object.assign(
  {},
  ...texts("a", 9, total3, scaleA),
  ...texts("x", 3, x3, scaleX),
  ...texts("y", 3, ax3, scaleY),
);
const slotsOnLine = {
  ...slots,
  lambda: derive([lambda3, reading3], (value, { scale }) => (value === null ? "" : formatNumber(value, scale))),
};

const TONES = ["basis-i", "basis-j", "basis-k"];
const upTo = (n: number) => Array.from({ length: n }, (_, k) => k);
const inTone = (j: number, tex: string) => named("ijk"[j] ?? "", `\\htmlClass{c-${TONES[j]}}{${tex}}`);

/** Ax, A's columns weighted by x, and what comes out: with slots for the live numbers. */
function structure(now: SpaceShape, called: string, grown: boolean): string {
  const [rows, cols] = [upTo(rowsOf(now)), upTo(colsOf(now))];
  const a = (i: number, j: number) => inTone(j, slot(`a${3 * i + j}`));
  const matrix = matrixOf(rows.map((i) => cols.map((j) => a(i, j))));
  const terms = cols
    .map((j) => {
      const column = columnOf(rows.map((i) => a(i, j)));
      return j === 0 ? `${slot("x0")}\\,${column}` : `${plus(`x${j}`)}${slot(`x${j}-size`)}\\,${column}`;
    })
    .join("");
  const end = grown ? named("eigen", `\\htmlClass{c-eigen}{=${slot("lambda")}\\,x}`) : "";
  return `${called}x=${matrix}${named("x", columnOf(cols.map((j) => slot(`x${j}`))))}=${terms}=${named("Ax", columnOf(rows.map((i) => slot(`y${i}`))))}${end}`;
}

const label = derive([shape, name3, total3, x3, ax3, lambda3, scaleY], (now, called, a, x, y, value, scale) => {
  const say = (values: readonly number[], n: number, size: number) =>
    values
      .slice(0, n)
      .map((v) => formatFixed(v, 2, size))
      .join(", ");
  const rows = upTo(rowsOf(now)).map((i) => say(a.slice(3 * i, 3 * i + 3), colsOf(now), scaleOf(a)));
  return `${called} x, with ${called} the rows ${rows.join(" and ")}, and x ${say(x, colsOf(now), scaleOf(x))}, is ${say(y, rowsOf(now), scale)}${value === null ? "" : `, which is ${formatNumber(value)} times x`}`;
});
const onLine = derive([lambda3], (value) => value !== null);

/** Ax with today's numbers; it grows '= λx' while x lies in an eigenspace. */
export function SpaceEquation() {
  const now = useSource(shape);
  const called = useSource(name3);
  const grown = useSource(onLine);
  return (
    <Formula
      tex={structure(now, called, grown)}
      slots={grown ? slotsOnLine : slots}
      label={label}
      lit={lit}
      onHover={lit.set}
      display
    />
  );
}
