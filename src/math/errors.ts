/** Shapes that do not fit together. The message names both. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
  constructor(
    readonly routine: string,
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`${routine}: expected ${expected}, got ${actual}`);
  }
}

/** An iteration that reached its cap before it met its tolerance. */
export class ConvergenceError extends Error {
  override readonly name = "ConvergenceError";
  constructor(
    readonly routine: string,
    readonly iterations: number,
    readonly residual: number,
  ) {
    super(`${routine}: no convergence after ${iterations} iterations (residual ${residual.toExponential(2)})`);
  }
}

/** An argument outside the domain in which a routine is defined. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly routine: string,
    readonly argument: string,
    readonly requirement: string,
  ) {
    super(`${routine}: ${argument} must be ${requirement}`);
  }
}
