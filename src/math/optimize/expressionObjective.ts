/** A formula as a function to descend, with its exact gradient and Hessian. */
import { zeros } from "../matrix/matrix";
import { differentiate } from "./differentiate";
import { compileExpression } from "./evaluateExpression";
import type { Expression } from "./expression";
import type { TwiceObjective } from "./objectives";

/** ∂f/∂vᵢ for each variable, in order. */
export function gradientOf(expression: Expression, variables: readonly string[]): Expression[] {
  return variables.map((variable) => differentiate(expression, variable));
}

/** ∂²f/∂vᵢ∂vⱼ; (j, i) is the very formula of (i, j), so the matrix is symmetric to the bit. */
export function hessianOf(expression: Expression, variables: readonly string[]): Expression[][] {
  const out: Expression[][] = variables.map(() => []);
  gradientOf(expression, variables).forEach((slope, i) => {
    for (let j = i; j < variables.length; j++) out[i]![j] = out[j]![i] = differentiate(slope, variables[j]!);
  });
  return out;
}

/**
 * Compiled once: value, gradient and Hessian at x, whose entries are the variables in order. NaN or infinite where the formula has no
 * value, which every stepper meets by stopping before it. Throws DomainError for a variable that is not listed.
 */
export function toObjective(expression: Expression, variables: readonly string[]): TwiceObjective {
  const n = variables.length;
  const value = compileExpression(expression, variables);
  const slopes = gradientOf(expression, variables).map((e) => compileExpression(e, variables));
  const bends = hessianOf(expression, variables).map((row) => row.map((e) => compileExpression(e, variables)));
  return {
    value,
    gradient: (x) => Float64Array.from(slopes, (slope) => slope(x)),
    hessian(x) {
      const h = zeros(n, n);
      for (let i = 0; i < n; i++) for (let j = i; j < n; j++) h.data[i * n + j] = h.data[j * n + i] = bends[i]![j]!(x);
      return h;
    },
  };
}
