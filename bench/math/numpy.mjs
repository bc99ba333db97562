// NumPy as a contender: one Python process for each BLAS that is to be found, spoken to line by line.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const SCRIPT = new URL("contender.py", import.meta.url).pathname;

/** The NumPys of this machine, at most one for each BLAS, on one thread; none where there is no numpy. */
export async function numpys() {
  const found = new Map();
  for (const python of ["/usr/bin/python3", "python3"]) {
    if (spawnSync(python, ["-c", "import numpy"]).status !== 0) continue;
    const contender = await start(python);
    if (found.has(contender.library)) contender.stop();
    else found.set(contender.library, contender);
  }
  return [...found.values()];
}

async function start(python) {
  const child = spawn(python, [SCRIPT], {
    env: { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const answer = async () => JSON.parse((await once(lines, "line"))[0]);
  const ask = (command) => {
    const reply = answer();
    child.stdin.write(`${JSON.stringify(command)}\n`);
    return reply;
  };
  const { version, library } = await answer();
  return { name: `NumPy ${version}, ${library}`, library, ask, stop: () => child.stdin.end() };
}
