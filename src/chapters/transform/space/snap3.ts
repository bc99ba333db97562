import { dot3, type Eig3, norm3, scale3, sub3, type Vec3 } from "../../../math";
import { eigenspacesOf } from "./reading";

const REACH_RADIANS = (3 * Math.PI) / 180;

/** x pulled onto an eigenspace, a line or a plane, that it nearly lies in: its part along the space stays. */
export function snapToEigenspace(x: Vec3, eig: Eig3): Vec3 {
  const size = norm3(x);
  if (size === 0) return x;
  // Lines first: one may lie in no plane, and asks for more of the hand.
  const spaces = [...eigenspacesOf(eig)].sort((a) => (a.space.kind === "line" ? -1 : 1));
  for (const { space } of spaces) {
    const direction = space.kind === "line" ? space.direction : space.normal;
    const along = scale3(dot3(x, direction), direction);
    const kept = space.kind === "line" ? along : sub3(x, along);
    if (norm3(kept) >= size * Math.cos(REACH_RADIANS)) return kept;
  }
  return x;
}

/** The λ of the eigenspace that x lies in to rounding, or null. */
export function eigenvalueAt3(x: Vec3, eig: Eig3): number | null {
  const size = norm3(x);
  if (size === 0) return null;
  if (eig.kind === "every") return eig.value;
  for (const { space, value } of eigenspacesOf(eig)) {
    const direction = space.kind === "line" ? space.direction : space.normal;
    const along = dot3(x, direction);
    const off = space.kind === "line" ? norm3(sub3(x, scale3(along, direction))) : Math.abs(along);
    if (off <= 1e-9 * size) return value;
  }
  return null;
}
