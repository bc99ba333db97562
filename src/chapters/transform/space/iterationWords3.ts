import type { Eig3 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import type { SpaceReading } from "./reading";

const EQUAL = 1e-9;
const degrees = (radians: number) => `${formatNumber((radians * 180) / Math.PI, 180)}°`;

/** Where the iterates go in space, in words; empty for a matrix that cannot be applied again. */
export function iterationWords3({ square, rank, scale }: SpaceReading): string {
  if (!square) return "";
  if (rank === 0) return "The first step already lands on the origin.";
  const { eig } = square;
  if (eig.kind === "every")
    return `Every vector keeps its line and is scaled by ${formatNumber(eig.value, scale)} each step.`;
  return eig.kind === "complex" ? spiralWords(eig, scale) : pullWords(eig, scale);
}

/** Two parts: along the axis by λ, and in the plane that is turned by the pair's modulus. */
function spiralWords({ value, modulus, angle }: Extract<Eig3, { kind: "complex" }>, scale: number): string {
  const [along, around] = [Math.abs(value), modulus];
  const larger = Math.max(along, around);
  if (Math.abs(along - around) <= EQUAL * larger)
    return `The iterates wind around the eigenline: each step turns by ${degrees(angle)}, and both parts scale by ${formatNumber(modulus)}.`;
  const ratio = formatNumber(Math.min(along, around) / larger);
  if (along > around)
    return `The iterates spiral towards the eigenline of λ = ${formatNumber(value, scale)}: each step turns by ${degrees(angle)}, and the part across it shrinks beside it by ${ratio}.`;
  const way = Math.abs(modulus - 1) < EQUAL ? "stay on an ellipse" : modulus > 1 ? "spiral outwards" : "spiral inwards";
  return `The iterates come to the plane that A turns, and there they ${way}: each step turns by ${degrees(angle)} and scales by ${formatNumber(modulus)}; the part along the eigenline shrinks beside it by ${ratio}.`;
}

function pullWords(eig: Extract<Eig3, { kind: "real" | "defective" }>, scale: number): string {
  const [first, second, third] = [...eig.values].sort((p, q) => Math.abs(q) - Math.abs(p)) as [number, number, number];
  const size = Math.abs(first);
  // A repeated eigenvalue of a defective matrix comes with half its digits, or a third of them.
  const close = eig.kind === "defective" ? 1e-4 : EQUAL;
  if (size <= close * scale)
    return "Every eigenvalue is zero: after three steps at most the iterates stand at the origin.";
  const said = formatNumber(first, scale);
  const shrinks = (value: number) => formatNumber(Math.abs(value) / size);
  if (Math.abs(second) < size * (1 - close))
    return `The iterates turn towards the eigenline of λ = ${said}; the other parts shrink beside it by ${shrinks(second)} or more each step.`;
  if (Math.abs(first - second) > close * size || (Math.abs(third) >= size * (1 - close) && first * third < 0))
    return "Eigenvalues of opposite sign have one size, so no line wins: the iterates go to and fro.";
  if (eig.kind === "defective")
    return `The iterates turn, ever more slowly, towards an eigenline of λ = ${said}, which has too few of them.`;
  return `The iterates come to the plane of λ = ${said}, where no line wins; the other part shrinks beside it by ${shrinks(third)} each step.`;
}
