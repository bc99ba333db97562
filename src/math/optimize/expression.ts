/**
 * Formulas as trees of plain records: numbers, variables, arithmetic, the elementary functions, min and max. Nothing here reads text
 * and nothing is handed to `eval`. The tree is walked by recursion, so it should be no deeper than what a person types.
 */
export const BINARY = ["add", "subtract", "multiply", "divide", "power", "min", "max"] as const;
export type BinaryKind = (typeof BINARY)[number];

export const FUNCTIONS = [
  "exp",
  "log",
  "sqrt",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "tanh",
  "abs",
  "sign",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: BinaryKind; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "negate"; readonly of: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: Expression }
  /** `above` where left > right, `below` elsewhere: what the derivatives of min and max are. */
  | {
      readonly kind: "choose";
      readonly left: Expression;
      readonly right: Expression;
      readonly above: Expression;
      readonly below: Expression;
    };
