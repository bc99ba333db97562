/**
 * The mutation run over src/math: `npm run test:mutation` alters one thing at a time and asks that some test notices.
 * A whole run takes hours on two cores. `-- --sample 8` takes every eighth stretch of ten lines, so some of every longer file, and
 * `--first 3` begins at the third; a mutant wider than its stretch is left out. `-- src/math/factor/svd.ts` takes a file or a folder.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";

const STRETCH = 10;
const { values, positionals } = parseArgs({
  options: { sample: { type: "string", default: "1" }, first: { type: "string", default: "1" } },
  allowPositionals: true,
});
const places = positionals.length > 0 ? positionals : ["src/math"];
const files = places
  .flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true })
          .map((name) => `${place}/${name}`)
          .filter((name) => name.endsWith(".ts"))
      : [place],
  )
  .filter((file) => !file.endsWith(".test.ts") && !file.endsWith("math/index.ts"))
  .sort();

const one = Number(values.sample);
const mutate =
  one === 1 ? files : files.flatMap(stretches).filter((_, k) => (k + 1 - Number(values.first)) % one === 0);
process.stdout.write(
  `${mutate.length} ${one === 1 ? "files" : `stretches of ${STRETCH} lines`} of ${files.length} files\n`,
);
const { status } = spawnSync("npx", ["stryker", "run", "--mutate", mutate.join(",")], { stdio: "inherit" });
process.exit(status ?? 1);

function stretches(file) {
  const lines = readFileSync(file, "utf8").split("\n").length;
  return Array.from(
    { length: Math.ceil(lines / STRETCH) },
    (_, k) => `${file}:${k * STRETCH + 1}-${(k + 1) * STRETCH}`,
  );
}
