import type { ActivationName } from "../../math";
import { derive } from "../../scene/source";
import { plainLines } from "../code";
import { now } from "./networkSources";
import { bias, h, layer, weights, x, z } from "./sources";

const list = (values: ArrayLike<number>) => `[${Array.from(values).join(", ")}]`;
const matrix = (values: ArrayLike<number>, cols: number) => {
  const all = Array.from(values);
  const rows = Array.from({ length: cols > 0 ? all.length / cols : 0 }, (_, i) =>
    list(all.slice(i * cols, (i + 1) * cols)),
  );
  return `[${rows.join(",\n    ")}]`;
};

/** Each σ as NumPy, the same formula as in the core. */
const SIGMA: Readonly<Record<ActivationName, string>> = {
  identity: "z",
  relu: "np.maximum(z, 0)",
  leakyRelu: "np.where(z > 0, z, 0.01 * z)",
  tanh: "np.tanh(z)",
  sigmoid: "np.exp(-np.logaddexp(0, -z))",
  gelu: "0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))",
  softplus: "np.logaddexp(0, z)",
};

/** NumPy for one layer at the chosen point. */
export function layerSnippet(): string {
  return `import numpy as np

W = np.array(${matrix(weights.get(), 2)}, dtype=float)
b = np.array(${list(bias.get())}, dtype=float)
x = np.array(${list(x.get())}, dtype=float)      # one row, standardised

def sigma(z):                       # ${layer.get().activation}
    return ${SIGMA[layer.get().activation]}

z = W @ x + b
h = sigma(z)
scale = max(1.0, float(np.abs(z).max()))
assert np.allclose(z, ${list(z.get())}, rtol=1e-9, atol=1e-12 * scale)
assert np.allclose(h, ${list(h.get())}, rtol=1e-9, atol=1e-12 * scale)
print("W @ x + b =", z, " h =", h)
`;
}

/** NumPy for the network with its present weights, on the rows it was trained and tested on. */
export function networkSnippet(): string {
  const at = now.get();
  if (!at) return "# There is nothing to learn from in this dataset yet.\n";
  const { run, parameters, measure, step } = at;
  const { task, shape, setting } = run;
  const { axes } = task.inputs;
  const raw = Array.from(task.rows, (i) => axes.map(({ values }) => values[i] ?? 0)).flat();
  let offset = 0;
  const layers = shape.sizes.slice(1).map((outputs, l) => {
    const inputs = shape.sizes[l] ?? 0;
    const w = parameters.subarray(offset, offset + outputs * inputs);
    const b = parameters.subarray(offset + outputs * inputs, offset + outputs * (inputs + 1));
    offset += outputs * (inputs + 1);
    return `W.append(np.array(${matrix(w, inputs)}))\nb.append(np.array(${list(b)}))`;
  });
  const classes = task.classes;
  const targets = classes ? `t = np.array(${list(classes)})` : `t = np.array(${list(task.target)})    # standardised`;
  const judge = classes
    ? `    p = np.exp(out - out.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(t)), t]).mean(), (out.argmax(axis=1) == t).mean()`
    : `    mse = ((out[:, 0] - t) ** 2).mean()
    return mse, 1 - mse / t.var()`;
  const check = (name: string, from: string, loss: number, score: number) =>
    Number.isFinite(loss) && Number.isFinite(score)
      ? `${name} = judge(forward(X[${from}]), t[${from}])
assert np.allclose(${name}, [${loss}, ${score}], rtol=1e-7, atol=1e-9), ${name}
print("${name}: loss", ${name}[0], " ${classes ? "accuracy" : "R squared"}", ${name}[1])`
      : `# ${name}: too few rows for a score`;
  return `import numpy as np

# ${shape.sizes.join(" -> ")}, after ${step} steps of ${setting.optimiser}, learning rate ${setting.learningRate}, seed ${setting.seed}
raw = np.array(${matrix(raw, axes.length)}, dtype=float)
mean = np.array(${list(axes.map((a) => a.mean))})
sd = np.array(${list(axes.map((a) => a.sd))})       # divisor n, over all rows
X = np.where(sd > 0, (raw - mean) / np.where(sd > 0, sd, 1), 0)
${targets}
n = ${task.trainRows}                        # the first n rows are for training, the rest for testing

W, b = [], []
${layers.join("\n")}

def sigma(z):                       # ${setting.activation}
    return ${SIGMA[setting.activation]}

def forward(h):
    for k in range(len(W)):
        z = h @ W[k].T + b[k]
        h = z if k == len(W) - 1 else sigma(z)
    return h

def judge(out, t):
${judge}

${check("train", ":n", measure.trainLoss, measure.trainScore)}
${check("test", "n:", measure.testLoss, measure.testScore)}
`;
}

/** The snippets, as they are now. */
export const layerCode = derive([weights, bias, layer, x, z, h], () => plainLines(layerSnippet()));
export const networkCode = derive([now], () => plainLines(networkSnippet()));
