import { spawnSync } from "node:child_process";

/** The system's own Python may have what the one on the path lacks. */
const INTERPRETERS = ["python3", "/usr/bin/python3"];
/** Each snippet by itself in one Python, whose numpy takes long to load. */
const RUNNER = `
import contextlib, io, json, sys
outcomes = []
for code in json.load(sys.stdin):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(code, {})
        outcomes.append({"output": out.getvalue(), "error": ""})
    except Exception as error:
        outcomes.append({"output": out.getvalue(), "error": type(error).__name__ + ": " + str(error)})
print(json.dumps(outcomes))
`;

const having = (modules: string) =>
  INTERPRETERS.find((name) => spawnSync(name, ["-c", `import ${modules}`]).status === 0);
const withPillow = having("numpy, PIL");
const interpreter = withPillow ?? having("numpy");

/** Whether snippets can be run; where not, each file that would have says so. */
export const hasNumpy = interpreter !== undefined;
/** Whether a snippet can read a picture, too. */
export const hasPillow = withPillow !== undefined;
if (!hasNumpy)
  process.stderr.write("SKIPPED: no snippet is run, for want of python3 with numpy (apt-get install python3-numpy)\n");

export interface Outcome {
  readonly output: string;
  /** The exception's name and text; empty where the snippet ran to its end. */
  readonly error: string;
}

if (hasNumpy && !hasPillow)
  process.stderr.write(
    "SKIPPED: no snippet reads a picture, for want of python3 with pillow (apt-get install python3-pil)\n",
  );

/** What became of each snippet, run where `cwd` says. Throws where Python itself fails. */
export function runSnippets(snippets: readonly string[], cwd?: string): readonly Outcome[] {
  const input = JSON.stringify(snippets);
  const { status, stdout, stderr } = spawnSync(interpreter ?? "python3", ["-c", RUNNER], {
    input,
    cwd,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Outcome[];
}
