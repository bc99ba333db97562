import { formatNumber } from "../../scene/formatNumber";
import type { Reading } from "./model";

/** Where the iterates go, in words. */
export function iterationWords({ eig, rank, scale }: Reading): string {
  const number = (value: number) => formatNumber(value, scale);
  if (rank === 0) return "The first step already lands on the origin.";
  if (eig.kind === "complex") {
    const way =
      Math.abs(eig.modulus - 1) < 1e-9 ? "stay on an ellipse" : eig.modulus > 1 ? "spiral outwards" : "spiral inwards";
    return `The iterates ${way}: each step turns and scales by ${formatNumber(eig.modulus)}.`;
  }
  if (eig.kind === "every") return `Every vector keeps its line and is scaled by ${number(eig.value)} each step.`;
  if (eig.kind === "defective")
    return `The iterates turn, ever more slowly, towards the only eigenline, of λ = ${number(eig.value)}.`;
  const [first, second] = [...eig.values].sort((p, q) => Math.abs(q) - Math.abs(p)) as [number, number];
  if (Math.abs(Math.abs(first) - Math.abs(second)) <= 1e-9 * Math.abs(first))
    return "The eigenvalues have one size, so no line wins: the iterates keep both parts.";
  return `The iterates turn towards the eigenline of λ = ${number(first)}; the other part shrinks beside it by ${formatNumber(Math.abs(second / first))} each step.`;
}
