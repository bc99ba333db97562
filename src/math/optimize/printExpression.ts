import type { BinaryKind, Expression } from "./expression";

/** How strongly each binds, and its sign; a function's name for those written as calls. */
const INFIX: Readonly<Record<Exclude<BinaryKind, "min" | "max">, readonly [strength: number, sign: string]>> = {
  add: [1, " + "],
  subtract: [1, " - "],
  multiply: [2, " * "],
  divide: [2, " / "],
  power: [4, "^"],
};
const NEGATE = 3;
const ATOM = 5;

/** A formula as plain text, with the parentheses that it needs and no others: `2 * x^2 - sin(x * y)`. */
export function printExpression(expression: Expression): string {
  return write(expression)[0];
}

/** A number as it would be typed. */
export const printNumber = (value: number): string => String(value);

function write(e: Expression): readonly [text: string, strength: number] {
  switch (e.kind) {
    case "number":
      return [printNumber(e.value), e.value < 0 ? NEGATE : ATOM];
    case "variable":
      return [e.name, ATOM];
    case "negate":
      return [`-${within(e.of, NEGATE)}`, NEGATE];
    case "call":
      return [`${e.name}(${printExpression(e.of)})`, ATOM];
    case "min":
    case "max":
      return [`${e.kind}(${printExpression(e.left)}, ${printExpression(e.right)})`, ATOM];
    case "choose": {
      const [left, right, above, below] = [e.left, e.right, e.above, e.below].map(printExpression);
      return [`(${left} > ${right} ? ${above} : ${below})`, ATOM];
    }
    default: {
      const [strength, sign] = INFIX[e.kind];
      // a − (b − c) and (a^b)^c need theirs; a − b − c, grouped to the left, and a^b^c, to the right, do not.
      const [left, right] = e.kind === "power" ? [strength + 1, strength] : [strength, strength + 1];
      return [`${within(e.left, left)}${sign}${within(e.right, right)}`, strength];
    }
  }
}

function within(e: Expression, least: number): string {
  const [text, strength] = write(e);
  return strength < least ? `(${text})` : text;
}
