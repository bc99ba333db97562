// Nodes of a formula, without those that numbers, 0 and 1 make needless.
import type { Expression, FunctionName } from "./expression";

export const number = (value: number): Expression => ({ kind: "number", value });

const isNumber = (e: Expression, value: number) => e.kind === "number" && e.value === value;

/** The number, if both sides are numbers and it is finite. */
function folded(left: Expression, right: Expression, of: (a: number, b: number) => number): Expression | null {
  if (left.kind !== "number" || right.kind !== "number") return null;
  const value = of(left.value, right.value);
  return Number.isFinite(value) ? number(value) : null;
}

export function add(left: Expression, right: Expression): Expression {
  if (isNumber(left, 0)) return right;
  if (isNumber(right, 0)) return left;
  if (right.kind === "negate") return subtract(left, right.of);
  return folded(left, right, (a, b) => a + b) ?? { kind: "add", left, right };
}

export function subtract(left: Expression, right: Expression): Expression {
  if (isNumber(right, 0)) return left;
  if (isNumber(left, 0)) return negate(right);
  if (right.kind === "negate") return add(left, right.of);
  return folded(left, right, (a, b) => a - b) ?? { kind: "subtract", left, right };
}

export function multiply(left: Expression, right: Expression): Expression {
  if (isNumber(left, 0) || isNumber(right, 0)) return number(0);
  if (isNumber(left, 1)) return right;
  if (isNumber(right, 1)) return left;
  if (isNumber(left, -1)) return negate(right);
  if (isNumber(right, -1)) return negate(left);
  if (left.kind === "negate") return negate(multiply(left.of, right));
  if (right.kind === "negate") return negate(multiply(left, right.of));
  const product = folded(left, right, (a, b) => a * b);
  if (product) return product;
  // Numbers come to the front, where they meet.
  if (right.kind === "number") return multiply(right, left);
  if (left.kind === "number" && right.kind === "multiply" && right.left.kind === "number") {
    const both = folded(left, right.left, (a, b) => a * b);
    if (both) return multiply(both, right.right);
  }
  return { kind: "multiply", left, right };
}

export function divide(left: Expression, right: Expression): Expression {
  if (isNumber(left, 0) && !isNumber(right, 0)) return number(0);
  if (isNumber(right, 1)) return left;
  if (left.kind === "negate") return negate(divide(left.of, right));
  return folded(left, right, (a, b) => a / b) ?? { kind: "divide", left, right };
}

export function power(base: Expression, exponent: Expression): Expression {
  if (isNumber(exponent, 0)) return number(1);
  if (isNumber(exponent, 1)) return base;
  return folded(base, exponent, (a, b) => a ** b) ?? { kind: "power", left: base, right: exponent };
}

export function negate(of: Expression): Expression {
  if (of.kind === "number") return number(-of.value);
  return of.kind === "negate" ? of.of : { kind: "negate", of };
}

export const call = (name: FunctionName, of: Expression): Expression => ({ kind: "call", name, of });

export function choose(left: Expression, right: Expression, above: Expression, below: Expression): Expression {
  if (above.kind === "number" && isNumber(below, above.value)) return above;
  return { kind: "choose", left, right, above, below };
}
