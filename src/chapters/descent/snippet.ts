import type { Optimiser, Snapshot, Vec2 } from "../../math";
import type { LineFit, Pair } from "./leastSquares";
import type { Valley } from "./valley";

/** Everything that a snippet repeats. */
export interface Run {
  readonly valley: Valley;
  /** Where the loss is least squares. */
  readonly data: {
    readonly names: readonly [string, string];
    readonly fit: LineFit;
    readonly pair: Pair;
    /** The rows themselves, where all of them are held and they are few enough to be written out. */
    readonly columns: { readonly xs: ArrayLike<number>; readonly ys: ArrayLike<number> } | null;
  } | null;
  readonly optimiser: Optimiser;
  readonly start: Vec2;
  readonly learningRate: number;
  readonly beta: number;
  readonly at: Snapshot;
}

/** More rows than this are given by their moments, which is all that least squares needs. */
export const MOST_ROWS = 400;

const list = (values: ArrayLike<number>) => `[${Array.from(values).join(", ")}]`;
/** A name from a file as a Python comment: one line, whatever it contains. */
const remark = (name: string) => JSON.stringify(name).slice(1, -1);

const UPDATES: Record<Optimiser, string> = {
  gradientDescent: "w = w - a * g",
  momentum: "v = b * v + g; w = w - a * v",
  nesterov: "v = b * v + g; w = w - a * (g + b * v)",
  adaGrad: "s = s + g**2; w = w - a * g / (np.sqrt(s) + 1e-8)",
  rmsProp: "s = 0.9 * s + 0.1 * g**2; w = w - a * g / (np.sqrt(s) + 1e-8)",
  adam: "v = 0.9 * v + 0.1 * g; s = 0.999 * s + 0.001 * g**2; w = w - a * (v / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)",
};

function lossOf({ valley, data }: Run): string {
  if (!data) {
    const [p, q, r, t] = valley.hessian;
    return `# L(w) = w @ H @ w / 2
H = np.array([[${p}, ${q}], [${r}, ${t}]], dtype=float)
def loss(w): return w @ H @ w / 2
def gradient(w): return H @ w`;
  }
  const { names, fit, pair, columns } = data;
  const head = `# L(w) = |X w - y|^2 / 2n with rows (x, 1): w is slope and intercept
# x: ${remark(names[0])}
# y: ${remark(names[1])}`;
  const scaling =
    fit.shift === 0 && fit.scale === 1 ? "" : "x = (x - x.mean()) / (x.std() or 1.0)            # standardised\n";
  if (columns)
    return `${head}
x = np.array(${list(columns.xs)}, dtype=float)
y = np.array(${list(columns.ys)}, dtype=float)
${scaling}X = np.column_stack([x, np.ones_like(x)])
n = len(y)
def loss(w): return ((X @ w - y) ** 2).sum() / (2 * n)
def gradient(w): return X.T @ (X @ w - y) / n
best = np.linalg.lstsq(X, y, rcond=None)[0]
assert np.allclose(loss(best), ${valley.floor}, rtol=1e-7, atol=1e-12 * np.mean(y**2))`;
  const [mx, vx] = fit.shift === 0 && fit.scale === 1 ? [pair.mean[0], pair.variance[0]] : [0, fit.constant ? 0 : 1];
  return `${head}
# from the moments of all ${pair.n} rows, 1/n
mean_x, mean_y = ${mx}, ${pair.mean[1]}
var_x, var_y, cov = ${vx}, ${pair.variance[1]}, ${pair.covariance / fit.scale}
def loss(w):
    return (w[0] ** 2 * var_x - 2 * w[0] * cov + var_y + (w[0] * mean_x + w[1] - mean_y) ** 2) / 2
def gradient(w):
    r = w[0] * mean_x + w[1] - mean_y
    return np.array([w[0] * var_x - cov + mean_x * r, r])`;
}

/** NumPy that repeats the run to the step shown, and asserts where it is and what the loss is there. */
export function numpySnippet(run: Run): string {
  const { optimiser, start, learningRate, beta, at } = run;
  return `import numpy as np

${lossOf(run)}

w = np.array(${list(start)}, dtype=float)
a, b = ${learningRate}, ${beta}                # learning rate, momentum
v = np.zeros(2); s = np.zeros(2)
for t in range(1, ${at.step} + 1):
    g = gradient(w)
    ${UPDATES[optimiser]}

shown, at_start = np.array(${list(at.x)}), np.array(${list(start)})
reach = max(np.abs(shown).max(), np.abs(at_start).max())
assert np.allclose(w, shown, rtol=1e-6, atol=1e-7 * reach)
assert np.isclose(loss(w), ${at.loss}, rtol=1e-5, atol=1e-9 * loss(at_start))
print("after ${at.step} steps (${optimiser}): w =", w, " loss =", loss(w))
`;
}
