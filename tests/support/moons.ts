import type { Dataset } from "../../src/data/dataset";
import { createRandom, momentsOf } from "../../src/math";

/** Two half circles, and a third number column that is their height plus noise. */
export function moons(n: number, seed = 1): Dataset {
  const random = createRandom(seed);
  const codes = Int32Array.from({ length: n }, (_, i) => i % 2);
  const [a, b, c] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    const angle = Math.PI * random.next();
    const side = codes[i] === 0 ? 1 : -1;
    a[i] = side * Math.cos(angle) + (side < 0 ? 1 : 0) + 0.1 * random.normal();
    b[i] = side * Math.sin(angle) + (side < 0 ? 0.5 : 0) + 0.1 * random.normal();
    c[i] = 3 * (b[i] ?? 0) + 10;
  }
  const data = Float64Array.from({ length: 3 * n }, (_, k) => [a, b, c][k % 3]?.[Math.floor(k / 3)] ?? 0);
  return {
    id: "moons",
    name: "Moons",
    source: "",
    licence: "",
    rows: n,
    held: n,
    columns: [
      { kind: "number", name: "a", values: a },
      { kind: "number", name: "b", values: b },
      { kind: "number", name: "c", values: c },
      { kind: "category", name: "moon", levels: ["upper", "lower"], codes },
    ],
    moments: momentsOf({ rows: n, cols: 3, data }),
    colour: "moon",
    target: "c",
    notes: [],
  };
}
