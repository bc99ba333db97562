import { formatNumber } from "../../../../scene/formatNumber";
import { derive, type Source } from "../../../../scene/source";
import { Formula } from "../../../../ui/Formula";
import { formatFixed } from "../../../../ui/formatNumber";
import { useSource } from "../../../../ui/useSource";
import { lit } from "../../sources";
import { colsOf, rowsOf, type SpaceShape } from "../embedded";
import { ax3, lambda3, name3, reading3, shape, total3, x3 } from "../sources";

const entry = (of: Source<readonly number[]>, k: number) => derive([of], (values) => formatFixed(values[k] ?? 0));
const slots: Record<string, Source<string>> = Object.fromEntries([
  ...Array.from({ length: 9 }, (_, k) => [`a${k}`, entry(total3, k)] as const),
  ...Array.from({ length: 3 }, (_, k) => [`x${k}`, entry(x3, k)] as const),
  ...Array.from({ length: 3 }, (_, k) => [`y${k}`, entry(ax3, k)] as const),
]);
const slotsOnLine = {
  ...slots,
  lambda: derive([lambda3, reading3], (value, { scale }) => (value === null ? "" : formatNumber(value, scale))),
};

const TONES = ["basis-i", "basis-j", "basis-k"];
const upTo = (n: number) => Array.from({ length: n }, (_, k) => k);
const slot = (name: string) => `\\htmlClass{slot-${name}}{-0.00}`;
const named = (symbol: string, tex: string) => `\\htmlClass{sym-${symbol}}{${tex}}`;
const inTone = (j: number, tex: string) => named("ijk"[j] ?? "", `\\htmlClass{c-${TONES[j]}}{${tex}}`);
const bracket = (rows: readonly string[]) => `\\begin{bmatrix}${rows.join("\\\\")}\\end{bmatrix}`;

/** Ax, A's columns weighted by x, and what comes out: with slots for the live numbers. */
function structure(now: SpaceShape, called: string, grown: boolean): string {
  const [rows, cols] = [upTo(rowsOf(now)), upTo(colsOf(now))];
  const a = (i: number, j: number) => inTone(j, slot(`a${3 * i + j}`));
  const matrix = bracket(rows.map((i) => cols.map((j) => a(i, j)).join("&")));
  const terms = cols.map((j) => `${slot(`x${j}`)}\\,${bracket(rows.map((i) => a(i, j)))}`).join("+");
  const end = grown ? named("eigen", `\\htmlClass{c-eigen}{=${slot("lambda")}\\,x}`) : "";
  return `${called}x=${matrix}${named("x", bracket(cols.map((j) => slot(`x${j}`))))}=${terms}=${named("Ax", bracket(rows.map((i) => slot(`y${i}`))))}${end}`;
}

const label = derive([shape, name3, total3, x3, ax3, lambda3], (now, called, a, x, y, value) => {
  const say = (values: readonly number[], n: number) =>
    values
      .slice(0, n)
      .map((v) => formatFixed(v))
      .join(", ");
  const rows = upTo(rowsOf(now)).map((i) => say(a.slice(3 * i, 3 * i + 3), colsOf(now)));
  return `${called} x, with ${called} the rows ${rows.join(" and ")}, and x ${say(x, colsOf(now))}, is ${say(y, rowsOf(now))}${value === null ? "" : `, which is ${formatNumber(value)} times x`}`;
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
