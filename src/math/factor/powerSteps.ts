/**
 * Power iteration: x ← Ax/‖Ax‖ tends to the eigenvector of the eigenvalue largest in size, by the factor |λ₂/λ₁| a step, and the
 * Rayleigh quotient xᵀAx to λ₁, for symmetric A by its square (Golub & Van Loan, §7.3.1, 8.2.1).
 */

import { DomainError, ShapeError } from "../errors";
import { euclideanNorm } from "../kernels/euclideanNorm";
import { dot, product } from "../kernels/vectors";
import type { Matrix } from "../matrix/matrix";
import { orderOne } from "../matrix/orderOne";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { squareSize } from "../matrix/square";
import { relativeTolerance } from "../tolerance";

export interface PowerStep {
  readonly step: number;
  /** Of length one. Its sign follows the quotient's, so that it does not flip at every step where λ₁ is negative. */
  readonly vector: Float64Array;
  /** The Rayleigh quotient xᵀAx. */
  readonly value: number;
  /** ‖Ax − (xᵀAx)x‖; for symmetric A an eigenvalue lies as near to the quotient. */
  readonly residual: number;
}

/**
 * A stepper for square A, n × n, from x0, n entries, brought to length one in step 0. Ends when the residual is rounding, or after
 * `steps` steps, which is all there is where the two largest eigenvalues are of one size. 2n² flops a step. Throws ShapeError;
 * DomainError where an entry is not finite or x0 is zero.
 */
export function* powerSteps(a: Matrix, x0: Float64Array, steps: number): Generator<PowerStep, void, void> {
  const n = squareSize("powerSteps", a);
  if (x0.length !== n) throw new ShapeError("powerSteps", `${n} entries in x0`, `${x0.length}`);
  const { scaled, up, up2 } = orderOne("powerSteps", a);
  let x = startingDirection(x0);
  for (let step = 0; step <= steps; step++) {
    const y = new Float64Array(n);
    product(y, 0, scaled.data, 0, n, x, 0, n, n);
    const quotient = dot(x, 0, y, 0, n);
    const off = euclideanNorm(y.map((v, i) => v - quotient * x[i]!));
    const size = euclideanNorm(y);
    yield { step, vector: x, value: quotient / up / up2, residual: off / up / up2 };
    if (off <= relativeTolerance(n, n) * size) return;
    const sign = quotient < 0 ? -1 : 1;
    x = y.map((v) => (sign * v) / size);
  }
}

function startingDirection(x0: Float64Array): Float64Array {
  const largest = maxAbs(x0);
  if (!(largest > 0 && Number.isFinite(largest)))
    throw new DomainError("powerSteps", "x0", "finite and other than zero");
  const [up, up2] = powerOfTwoScale(largest);
  const x = x0.map((v) => v * up * up2);
  const length = euclideanNorm(x);
  return x.map((v) => v / length);
}
