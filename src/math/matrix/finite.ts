import { DomainError } from "../errors";
import type { Matrix } from "./matrix";
import { maxAbs } from "./scaling";

/** Largest |entry| of A, called `name`, 0 for an empty one. Throws DomainError, naming the entry, where one is NaN or infinite. */
export function largestFinite(routine: string, a: Matrix, name = "A"): number {
  const largest = maxAbs(a.data);
  if (Number.isFinite(largest)) return largest;
  const k = a.data.findIndex((value) => !Number.isFinite(value));
  const entry = `entry (${Math.floor(k / a.cols)}, ${k % a.cols}) of ${name}`;
  throw new DomainError(routine, entry, `a finite number, not ${a.data[k]}`);
}
