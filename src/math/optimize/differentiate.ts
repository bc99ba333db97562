/**
 * Exact derivatives of formulas, as formulas. What a rule makes is simplified as far as numbers, 0 and 1 allow, so a derivative may have a
 * value where its formula has none; it is asked for only where the formula has one. |u| has the derivative sign(u), 0 at its kink; where
 * min or max meet a tie the right argument's is taken. u^v with a variable exponent is differentiated as e^(v log u), for u > 0.
 */
import type { BinaryKind, Expression, FunctionName } from "./expression";
import { add, call, choose, divide, multiply, negate, number, power, subtract } from "./simplified";

/** ∂(expression)/∂(variable). O(size) new nodes, shared with the formula where they can be. */
export function differentiate(expression: Expression, variable: string): Expression {
  switch (expression.kind) {
    case "number":
      return number(0);
    case "variable":
      return number(expression.name === variable ? 1 : 0);
    case "negate":
      return negate(differentiate(expression.of, variable));
    case "call":
      return multiply(slope(expression.name, expression.of), differentiate(expression.of, variable));
    case "choose":
      return choose(
        expression.left,
        expression.right,
        differentiate(expression.above, variable),
        differentiate(expression.below, variable),
      );
    default:
      return ofBinary(expression.kind, expression.left, expression.right, variable);
  }
}

function ofBinary(kind: BinaryKind, u: Expression, v: Expression, variable: string): Expression {
  const [du, dv] = [differentiate(u, variable), differentiate(v, variable)];
  switch (kind) {
    case "add":
      return add(du, dv);
    case "subtract":
      return subtract(du, dv);
    case "multiply":
      return add(multiply(du, v), multiply(u, dv));
    case "divide":
      // (u′ − (u/v)v′)/v: no square of v, which would leave the range of numbers long before v does.
      return divide(subtract(du, multiply(divide(u, v), dv)), v);
    case "power":
      if (!dependsOn(v, variable)) return multiply(multiply(v, power(u, subtract(v, number(1)))), du);
      if (!dependsOn(u, variable)) return multiply(multiply(power(u, v), call("log", u)), dv);
      return multiply(power(u, v), add(multiply(dv, call("log", u)), multiply(v, divide(du, u))));
    case "min":
      return choose(u, v, dv, du);
    case "max":
      return choose(u, v, du, dv);
  }
}

/** f′ at u. */
function slope(name: FunctionName, u: Expression): Expression {
  const one = number(1);
  switch (name) {
    case "exp":
      return call("exp", u);
    case "log":
      return divide(one, u);
    case "sqrt":
      return divide(number(0.5), call("sqrt", u));
    case "sin":
      return call("cos", u);
    case "cos":
      return negate(call("sin", u));
    case "tan":
      return add(one, power(call("tan", u), number(2)));
    case "asin":
      return divide(one, call("sqrt", subtract(one, power(u, number(2)))));
    case "acos":
      return negate(divide(one, call("sqrt", subtract(one, power(u, number(2))))));
    case "atan":
      return divide(one, add(one, power(u, number(2))));
    case "sinh":
      return call("cosh", u);
    case "cosh":
      return call("sinh", u);
    case "tanh":
      return subtract(one, power(call("tanh", u), number(2)));
    case "abs":
      return call("sign", u);
    case "sign":
      return number(0);
  }
}

/** Whether a variable stands anywhere in the formula. */
function dependsOn(expression: Expression, variable: string): boolean {
  switch (expression.kind) {
    case "number":
      return false;
    case "variable":
      return expression.name === variable;
    case "negate":
    case "call":
      return dependsOn(expression.of, variable);
    case "choose":
      return [expression.left, expression.right, expression.above, expression.below].some((e) =>
        dependsOn(e, variable),
      );
    default:
      return dependsOn(expression.left, variable) || dependsOn(expression.right, variable);
  }
}
