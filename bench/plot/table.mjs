// The tables of bench/plot: n rows, six correlated normal columns of three classes, and the class; the same bytes each time.
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from "node:fs";

const CLASSES = ["one", "two", "three"];

/** Rows of six numbers; the components' deviations are 5, 2.5, 1.6, 1, 0.6 and 0.3 or so, so each is a direction of its own. */
export function* rowsOf(n) {
  let state = 20_261_127;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  for (let i = 0; i < n; i++) {
    const k = i % 3;
    const a = 3 * normal() + 5 * (k - 1);
    const b = 2 * normal() + (k === 1 ? 3 : 0);
    const [c, d, e, f] = [1.6 * normal(), normal(), 0.6 * normal(), 0.3 * normal()];
    yield [a + b + c, a - b + d, a + c - d + e, b + c + f, d - e + 2 * f, e + f - a / 4].map((x) =>
      Number(x.toFixed(5)),
    );
  }
}

/** The path of the table as a CSV file, written where it is not there yet. */
export function tableFile(n) {
  const path = `bench/.cache/plot-${n}.csv`;
  if (existsSync(path)) return path;
  mkdirSync("bench/.cache", { recursive: true });
  const file = openSync(path, "w");
  let buffer = "a,b,c,d,e,f,kind\n";
  let i = 0;
  for (const row of rowsOf(n)) {
    buffer += `${row.join(",")},${CLASSES[i++ % 3]}\n`;
    if (buffer.length < 1 << 20) continue;
    writeSync(file, buffer);
    buffer = "";
  }
  writeSync(file, buffer);
  closeSync(file);
  return path;
}
