import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** The system's own Python may have what the one on the path lacks. */
const interpreter = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import dask.dataframe, dask.distributed"]).status === 0,
);

/** Whether a cluster can be started; where not, each file that would have says so. */
export const hasDask = interpreter !== undefined;
if (!hasDask)
  process.stderr.write(
    "SKIPPED: no Dask cluster is started, for want of python3 with dask (apt-get install python3-dask python3-distributed)\n",
  );

/** Whether that Python reads Parquet, too. */
export const hasParquet = hasDask && ["pyarrow", "fastparquet"].some((name) => runs(["-c", `import ${name}`]));
if (hasDask && !hasParquet)
  process.stderr.write(
    "SKIPPED: the Dask script reads no Parquet, for want of pyarrow or fastparquet, which Debian has not (pip install pyarrow)\n",
  );

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Python with these arguments, run where `cwd` says. */
export function runDask(args: readonly string[], cwd: string): Ran {
  return spawnSync(interpreter ?? "python3", args, { cwd, encoding: "utf8" });
}

function runs(args: readonly string[]): boolean {
  return spawnSync(interpreter ?? "python3", args).status === 0;
}

const WAIT_FOR_WORKERS = `
import sys
from dask.distributed import Client
with Client(sys.argv[1], timeout=60) as client:
    client.wait_for_workers(int(sys.argv[2]), timeout=60)
`;

/** A scheduler and workers as processes of their own, which speak TCP on this machine, in another folder than the files. */
export async function startCluster(workers: number, cwd: string): Promise<{ readonly address: string; end(): void }> {
  const children: ChildProcess[] = [];
  const start = (program: string, ...args: string[]) =>
    children.push(
      spawn(interpreter ?? "python3", ["-m", `distributed.cli.${program}`, ...args, "--no-dashboard"], {
        cwd,
        stdio: "ignore",
      }),
    );
  const end = () => {
    for (const child of children) child.kill();
  };
  const file = join(cwd, "scheduler.json");
  start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", file);
  try {
    for (let k = 0; k < 300 && !existsSync(file); k++) await setTimeout(200);
    const { address } = JSON.parse(readFileSync(file, "utf8")) as { address: string };
    for (let k = 0; k < workers; k++) start("dask_worker", address, "--no-nanny", "--nthreads", "1");
    const { status, stderr } = runDask(["-c", WAIT_FOR_WORKERS, address, String(workers)], cwd);
    if (status !== 0) throw new Error(stderr);
    return { address, end };
  } catch (reason) {
    end();
    throw reason;
  }
}
