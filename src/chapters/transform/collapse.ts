/** Where on its way from I the picture of A is flat. */
import type { Eig2, Eig3 } from "../../math";
import { formatNumber } from "../../scene/formatNumber";

const eigenvaluesOf = (eig: Eig2 | Eig3): readonly number[] => {
  if (eig.kind === "real") return eig.values;
  if (eig.kind === "defective" && "values" in eig) return eig.values;
  return "value" in eig ? [eig.value] : [];
};

/**
 * Where det((1 − t)I + tA) = 0 for t in (0, 1), first one first: the eigenvalue 1 − t + tλ passes through zero at 1/(1 − λ), for each λ < 0.
 */
export const flatPlaces = (eig: Eig2 | Eig3): readonly number[] =>
  [...new Set(eigenvaluesOf(eig).filter((value) => value < 0))].map((value) => 1 / (1 - value)).sort((a, b) => a - b);

/** A scrubber's step apart counts as there. */
const THERE = 0.005;

/** Says at t of the way that the picture is flat or has been, and whether another way would not be; empty where it was whole all along. */
export function collapseWords(
  det: number,
  eig: Eig2 | Eig3,
  t: number,
  way: "straight" | "polar" | "svd",
  measure: "area" | "volume",
): string {
  if (way !== "straight")
    return det < 0 ? `A reflection is reached on no way without passing through ${measure} zero.` : "";
  const passed = flatPlaces(eig).filter((place) => place <= t + THERE);
  if (passed.length === 0) return "";
  const places = passed.map((place) => `${formatNumber(100 * place)} %`).join(" and ");
  const here = passed.some((place) => Math.abs(place - t) <= THERE);
  const start = here
    ? "It is flat here: on the straight way a negative eigenvalue passes through zero"
    : `On the straight way it was flat at ${places}, where a negative eigenvalue passes through zero`;
  if (det === 0) return `${start}.`;
  return `${start}; ${
    det < 0
      ? `no way to a reflection is without ${measure} zero.`
      : "the polar way and U Σ Vᵀ turn instead, and stay whole."
  }`;
}
