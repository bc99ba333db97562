import { dot2, type Eig2, type Vec2 } from "../../math";

const REACH_RADIANS = (3 * Math.PI) / 180;

/** x pulled onto an eigenline that it nearly lies on, its length along the line kept. */
export function snapToEigenline(x: Vec2, eig: Eig2): Vec2 {
  const size = Math.hypot(x[0], x[1]);
  if (size === 0) return x;
  for (const line of eigenlines(eig)) {
    const along = dot2(x, line);
    if (Math.abs(along) >= size * Math.cos(REACH_RADIANS)) return [along * line[0], along * line[1]];
  }
  return x;
}

/** The λ of the eigenline that x lies on to rounding, or null. */
export function eigenvalueAt(x: Vec2, eig: Eig2): number | null {
  const size = Math.hypot(x[0], x[1]);
  if (size === 0) return null;
  if (eig.kind === "every") return eig.value;
  const values = eig.kind === "real" ? eig.values : eig.kind === "defective" ? [eig.value] : [];
  const k = eigenlines(eig).findIndex((line) => Math.abs(x[0] * line[1] - x[1] * line[0]) <= 1e-9 * size);
  return k < 0 ? null : (values[k] ?? null);
}

export function eigenlines(eig: Eig2): readonly Vec2[] {
  return eig.kind === "real" ? eig.vectors : eig.kind === "defective" ? [eig.vector] : [];
}
