/** The usual surfaces on which optimisers are compared, of two variables, each with its exact gradient and Hessian. */
import { type Matrix, matrix } from "../matrix/matrix";
import type { TwiceObjective } from "./objectives";

const symmetric = (xx: number, xy: number, yy: number): Matrix => matrix(2, 2, Float64Array.of(xx, xy, xy, yy));

/** (1 − x)² + 100 (y − x²)² (Rosenbrock 1960): minimum 0 at (1, 1), along a curved valley. */
export const rosenbrock: TwiceObjective = {
  value: ([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: ([x = 0, y = 0]) => Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
  hessian: ([x = 0, y = 0]) => symmetric(2 - 400 * (y - 3 * x * x), -400 * x, 200),
};

/** (x² + y − 11)² + (x + y² − 7)² (Himmelblau 1972): four minima, all 0, one of them at (3, 2). */
export const himmelblau: TwiceObjective = {
  value: ([x = 0, y = 0]) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  gradient([x = 0, y = 0]) {
    const [a, b] = [x * x + y - 11, x + y * y - 7];
    return Float64Array.of(4 * x * a + 2 * b, 2 * a + 4 * y * b);
  },
  hessian: ([x = 0, y = 0]) => symmetric(12 * x * x + 4 * y - 42, 4 * (x + y), 12 * y * y + 4 * x - 26),
};

/** Σ (cᵢ − x + xyⁱ)² for c = 1.5, 2.25, 2.625 (Beale 1958): minimum 0 at (3, ½), between steep walls. */
export const beale: TwiceObjective = {
  value: ([x = 0, y = 0]) => BEALE.reduce((sum, c, k) => sum + (c - x + x * y ** (k + 1)) ** 2, 0),
  gradient([x = 0, y = 0]) {
    const g = new Float64Array(2);
    BEALE.forEach((c, k) => {
      const i = k + 1;
      const r = c - x + x * y ** i;
      g[0]! += 2 * r * (y ** i - 1);
      g[1]! += 2 * r * i * x * y ** (i - 1);
    });
    return g;
  },
  hessian([x = 0, y = 0]) {
    let [xx, xy, yy] = [0, 0, 0];
    BEALE.forEach((c, k) => {
      const i = k + 1;
      const r = c - x + x * y ** i;
      const [rx, ry] = [y ** i - 1, i * x * y ** (i - 1)];
      xx += 2 * rx * rx;
      xy += 2 * (rx * ry + r * i * y ** (i - 1));
      yy += 2 * (ry * ry + (i > 1 ? r * i * (i - 1) * x * y ** (i - 2) : 0));
    });
    return symmetric(xx, xy, yy);
  },
};
const BEALE = [1.5, 2.25, 2.625];

/** x² − y²: a saddle at the origin, and no minimum. */
export const saddle: TwiceObjective = {
  value: ([x = 0, y = 0]) => x * x - y * y,
  gradient: ([x = 0, y = 0]) => Float64Array.of(2 * x, -2 * y),
  hessian: () => symmetric(2, 0, -2),
};

/** 20 + Σ (x² − 10 cos 2πx) (Rastrigin 1974): minimum 0 at the origin, a local one near every whole point. */
export const rastrigin: TwiceObjective = {
  value: (x) => x.reduce((sum, v) => sum + v * v + 10 * (1 - Math.cos(2 * Math.PI * v)), 0),
  gradient: (x) => x.map((v) => 2 * v + 20 * Math.PI * Math.sin(2 * Math.PI * v)),
  hessian: ([x = 0, y = 0]) => symmetric(bend(x), 0, bend(y)),
};
const bend = (v: number) => 2 + 40 * Math.PI ** 2 * Math.cos(2 * Math.PI * v);
