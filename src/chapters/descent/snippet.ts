import { STEPS } from "./model";
import { bowl, current, learningRate, optimiser, start } from "./sources";

const list = (values: ArrayLike<number>) => `[${Array.from(values).join(", ")}]`;
const UPDATES: Record<string, string> = {
  gradientDescent: "x = x - a * g",
  momentum: "v = b * v + g; x = x - a * v",
  nesterov: "v = b * v + g; x = x - a * (g + b * v)",
  adaGrad: "s = s + g**2; x = x - a * g / (np.sqrt(s) + 1e-8)",
  rmsProp: "s = 0.9 * s + 0.1 * g**2; x = x - a * g / (np.sqrt(s) + 1e-8)",
  adam: "v = 0.9 * v + 0.1 * g; s = 0.999 * s + 0.001 * g**2; x = x - a * (v / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)",
};

/** NumPy that repeats the run to the step shown and asserts where it is. */
export function numpySnippet(beta: number): string {
  const [p, q, r, t] = bowl.get().hessian;
  const at = current.get();
  return `import numpy as np

H = np.array([[${p}, ${q}], [${r}, ${t}]])       # L(w) = w @ H @ w / 2
x = np.array(${list(start.get())}, dtype=float)
a, b = ${learningRate.get()}, ${beta}                # learning rate, momentum
v = np.zeros(2); s = np.zeros(2)
for t in range(1, ${Math.min(at.step, STEPS)} + 1):
    g = H @ x
    ${UPDATES[optimiser.get()]}

assert np.allclose(x, ${list(at.x)}, rtol=1e-7, atol=1e-9)
print("after ${at.step} steps:", x, " loss", x @ H @ x / 2)
`;
}
