/** One layer h = σ(Wx + b) in the plane, in three acts: everything its picture shows, as pure functions of its parameters. */
import { type ActivationName, activations, apply2, det2, type Mat2, type Vec2 } from "../../math";
import { formatNumber } from "../../scene/formatNumber";

export interface OneLayer {
  readonly weights: Mat2;
  readonly bias: Vec2;
  readonly activation: ActivationName;
}

export const ACTIVATION_NAMES: Readonly<Record<ActivationName, string>> = {
  identity: "identity",
  relu: "ReLU",
  leakyRelu: "leaky ReLU",
  tanh: "tanh",
  sigmoid: "sigmoid",
  gelu: "GELU",
  softplus: "softplus",
};

const part = (progress: number, act: number) => Math.max(0, Math.min(1, progress - act));

/** The matrix and the offset on the way: I → W in the first act, 0 → b in the second. */
export function affineAt({ weights, bias }: OneLayer, progress: number): { matrix: Mat2; offset: Vec2 } {
  const [t, s] = [part(progress, 0), part(progress, 1)];
  const [a, b, c, d] = weights;
  return {
    matrix: t === 1 ? weights : [1 + t * (a - 1), t * b, t * c, 1 + t * (d - 1)],
    offset: [s * bias[0], s * bias[1]],
  };
}

/** Points x₀ y₀ x₁ y₁ … carried to `progress` (0 x, 1 Wx, 2 Wx + b, 3 σ(Wx + b)) into `out`. O(n). */
export function carry<T extends Float32Array | Float64Array>(
  layer: OneLayer,
  progress: number,
  xy: ArrayLike<number>,
  out: T,
): T {
  const { matrix, offset } = affineAt(layer, progress);
  const [a, b, c, d] = matrix;
  const fold = part(progress, 2);
  const { value } = activations[layer.activation];
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const [x, y] = [xy[i] ?? 0, xy[i + 1] ?? 0];
    const u = a * x + b * y + offset[0];
    const v = c * x + d * y + offset[1];
    out[i] = fold === 0 ? u : u + fold * (value(u) - u);
    out[i + 1] = fold === 0 ? v : v + fold * (value(v) - v);
  }
  return out;
}

export const carryPoint = (layer: OneLayer, progress: number, x: Vec2): Vec2 => {
  const [u = 0, v = 0] = carry(layer, progress, x, new Float64Array(2));
  return [u, v];
};

/** The act that is under way, named by what it adds: 0 at rest before the first. */
export const actOf = (progress: number): 0 | 1 | 2 | 3 => Math.min(3, Math.ceil(progress)) as 0 | 1 | 2 | 3;
export const ACT_WORDS = ["x", "Wx", "Wx + b", "σ(Wx + b)"] as const;

/** Half the side of the patch of the plane whose grid is followed. */
export const PATCH = 4;
const LINE_STEP = 0.5;
const SAMPLES = 80;

/** The grid of the patch as polylines fine enough to bend: x₀ y₀ x₁ y₁ … each; the axes come first. */
export const GRID: readonly Float64Array[] = (() => {
  const lines = Math.round(PATCH / LINE_STEP);
  const at = [0, ...Array.from({ length: lines }, (_, k) => [(k + 1) * LINE_STEP, -(k + 1) * LINE_STEP]).flat()];
  return at.flatMap((c) =>
    [0, 1].map((j) => {
      const line = new Float64Array(2 * (SAMPLES + 1));
      for (let k = 0; k <= SAMPLES; k++) {
        line[2 * k + j] = -PATCH + (2 * PATCH * k) / SAMPLES;
        line[2 * k + 1 - j] = c;
      }
      return line;
    }),
  );
})();

const FOLDS: readonly ActivationName[] = ["relu", "leakyRelu"];

/** Where unit k (0, 1) folds the input plane: the part of wₖ·x + bₖ = 0 in the patch, sampled; null where σ has no crease or wₖ is 0. */
export function foldLine({ weights, bias, activation }: OneLayer, k: 0 | 1): Float64Array | null {
  if (!FOLDS.includes(activation)) return null;
  const [p, q, c] = [weights[2 * k] ?? 0, weights[2 * k + 1] ?? 0, bias[k]];
  const size = Math.hypot(p, q);
  if (!(size > 0) || Math.abs(c) / size > PATCH * Math.SQRT2) return null;
  const foot: Vec2 = [(-c * p) / size ** 2, (-c * q) / size ** 2];
  const along: Vec2 = [-q / size, p / size];
  const reach = 2 * PATCH;
  const points: number[] = [];
  for (let i = 0; i <= SAMPLES; i++) {
    const t = -reach + (2 * reach * i) / SAMPLES;
    const [x, y] = [foot[0] + t * along[0], foot[1] + t * along[1]];
    if (Math.abs(x) <= PATCH && Math.abs(y) <= PATCH) points.push(x, y);
  }
  return points.length > 2 ? Float64Array.from(points) : null;
}

/** The largest slope of each σ. */
const STEEPEST: Readonly<Record<ActivationName, number>> = {
  identity: 1,
  relu: 1,
  leakyRelu: 1,
  tanh: 1,
  sigmoid: 0.25,
  gelu: 1.129,
  softplus: 1,
};

/** Whether σ is flat at z, dead or saturated: its slope is less than a tenth of its greatest. */
export const isFlat = (activation: ActivationName, z: number): boolean =>
  Math.abs(activations[activation].derivative(z)) < 0.1 * STEEPEST[activation];

export interface LayerReading {
  readonly det: number;
  /** Largest |entry| of W, what '≈ 0' is measured against. */
  readonly scale: number;
  /** Share of the points at which each unit is flat; NaN without points. */
  readonly flat: Vec2;
}

export function readLayer(layer: OneLayer, xy: ArrayLike<number>): LayerReading {
  const z = carry(layer, 2, xy, new Float64Array(xy.length));
  const n = xy.length >> 1;
  const flat: [number, number] = [0, 0];
  for (let i = 0; i < z.length; i++) if (isFlat(layer.activation, z[i] ?? 0)) flat[(i & 1) as 0 | 1] += 1 / n;
  return {
    det: det2(layer.weights),
    scale: Math.max(...layer.weights.map(Math.abs)),
    flat: n > 0 ? flat : [Number.NaN, Number.NaN],
  };
}

export const percent = (share: number): string =>
  Number.isFinite(share) ? `${formatNumber(Math.round(1000 * share) / 10)} %` : "no points";

/** W's effect on area in words. */
export function areaWords({ det, scale }: LayerReading): string {
  if (Math.abs(det) <= 1e-10 * scale * scale) return "W flattens the plane";
  return `W multiplies areas by ${formatNumber(Math.abs(det), scale * scale)}${det < 0 ? " and reflects them" : ""}`;
}

/** The picture in a sentence. */
export function layerSentence(layer: OneLayer, progress: number, reading: LayerReading): string {
  const { activation, bias } = layer;
  const shown =
    progress === Math.round(progress) ? ACT_WORDS[actOf(progress)] : `on the way to ${ACT_WORDS[actOf(progress)]}`;
  const flat = Number.isFinite(reading.flat[0])
    ? ` ${ACTIVATION_NAMES[activation]} is flat for ${percent(reading.flat[0])} of the points in unit 1 and ${percent(reading.flat[1])} in unit 2.`
    : "";
  return `Shown: ${shown}. ${areaWords(reading)}, b slides by ${formatNumber(bias[0])}, ${formatNumber(bias[1])}.${flat}`;
}

/** Wx + b. */
export const preactivation = ({ weights, bias }: OneLayer, x: Vec2): Vec2 => {
  const [u, v] = apply2(weights, x);
  return [u + bias[0], v + bias[1]];
};
