import { spawnSync } from "node:child_process";

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

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Python with these arguments, run where `cwd` says. */
export function runDask(args: readonly string[], cwd: string): Ran {
  return spawnSync(interpreter ?? "python3", args, { cwd, encoding: "utf8" });
}
