/** A quadratic loss in two parameters, L(w) = L* + ½ (w − w*)ᵀH(w − w*): what both losses of the chapter are. */
import { apply2, dot2, type Mat2, multiply2, type Objective, rotation2, sub2, transpose2, type Vec2 } from "../../math";

export interface Valley {
  /** H, symmetric positive semidefinite. */
  readonly hessian: Mat2;
  /** Eigenvalues of H, larger first; the second is 0 where the valley has no lowest point. */
  readonly lambda: Vec2;
  /** Unit eigenvectors, in the order of lambda. */
  readonly directions: readonly [Vec2, Vec2];
  /** w*, the lowest point; of a whole line of them, the one of least norm. */
  readonly minimum: Vec2;
  /** L*, the loss there. */
  readonly floor: number;
  /** The world length that suits this valley: the usual start and the usual view are counted in it. */
  readonly size: number;
}

/** Slopes below this cannot be drawn; a link that asks for less gets this. */
const LEAST_CURVATURE = 1e-6;

/** ½ wᵀHw with H = R diag(λ₂, λ₁) Rᵀ: its gentler direction stands at `tilt` degrees. */
export function quadraticValley(asked: Vec2, tilt: number): Valley {
  const lambda: Vec2 = [Math.max(LEAST_CURVATURE, ...asked), Math.max(LEAST_CURVATURE, Math.min(...asked))];
  const turn = rotation2((tilt * Math.PI) / 180);
  return {
    hessian: multiply2(multiply2(turn, [lambda[1], 0, 0, lambda[0]]), transpose2(turn)),
    lambda,
    directions: [
      [turn[1], turn[3]],
      [turn[0], turn[2]],
    ],
    minimum: [0, 0],
    floor: 0,
    size: 1,
  };
}

/** L(w) − L*. */
export function excess({ hessian, minimum }: Valley, w: Vec2): number {
  const d = sub2(w, minimum);
  return Math.max(0, dot2(d, apply2(hessian, d)) / 2);
}

/** The loss and its exact gradient H(w − w*), for the steppers. */
export function objective(valley: Valley): Objective {
  const { hessian, minimum, floor } = valley;
  const point = (x: Float64Array): Vec2 => [x[0] ?? 0, x[1] ?? 0];
  return {
    value: (x) => floor + excess(valley, point(x)),
    gradient: (x) => Float64Array.from(apply2(hessian, sub2(point(x), minimum))),
  };
}

/** w − w* counted along the eigenvectors. */
export function along({ directions, minimum }: Valley, w: Vec2): Vec2 {
  const d = sub2(w, minimum);
  return [dot2(d, directions[0]), dot2(d, directions[1])];
}

/** The place in `to` that w has in `from`: the same parts along the eigenvectors, each valley counted in its own size. */
export function transplant(from: Valley, to: Valley, w: Vec2): Vec2 {
  const [a, b] = along(from, w);
  const scale = to.size / from.size;
  const [steep, gentle] = to.directions;
  return [
    to.minimum[0] + scale * (a * steep[0] + b * gentle[0]),
    to.minimum[1] + scale * (a * steep[1] + b * gentle[1]),
  ];
}

/** Half axes of the contour L(w) = L* + level: along the gentle eigenvector, then the steep one; infinite where λ is 0. */
export const halfAxes = ({ lambda }: Valley, level: number): Vec2 => [
  Math.sqrt((2 * level) / lambda[1]),
  Math.sqrt((2 * level) / lambda[0]),
];

/** A maps the unit circle onto the contour L(w) = L* + level, but for its centre w*. */
export function contour(valley: Valley, level: number): Mat2 {
  const [a, b] = halfAxes(valley, level);
  const [steep, gentle] = valley.directions;
  return [gentle[0] * a, steep[0] * b, gentle[1] * a, steep[1] * b];
}
