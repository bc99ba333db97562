import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { pictureMatrix } from "../../data/picture";
import { DRAWN, draw, PHOTOGRAPHS } from "../../data/pictures";
import { svd } from "../../math";
import { createPictureSession } from "../../workers/pictureSession";
import { profile } from "./model";
import { snippetFor } from "./snippet";

const run = (interpreter: string, code: string) =>
  spawnSync(interpreter, ["-c", code], { encoding: "utf8", cwd: "public/pictures" });
/** The system's own Python may have what the one on the path lacks. */
const interpreter =
  ["python3", "/usr/bin/python3"].find((name) => run(name, "import numpy, PIL").status === 0) ?? "python3";
const python = (code: string) => run(interpreter, code);
const hasNumpy = python("import numpy").status === 0;
if (!hasNumpy) console.info("SKIPPED: the NumPy snippets were not run, for want of python3 with numpy");

describe.skipIf(!hasNumpy)("the NumPy snippet", () => {
  for (const drawn of DRAWN)
    it(`draws ${drawn.name} by its formula and finds the numbers shown`, { timeout: 60_000 }, () => {
      const picture = draw(drawn);
      const session = createPictureSession();
      session.open(picture);
      const spectrum = session.adopt(svd(pictureMatrix(picture)));
      const k = Math.min(7, Math.max(1, drawn.rank - 1));
      const code = snippetFor(picture, profile(spectrum, picture), k, session.toward(k, 1e9).error);
      expect(code).toContain(`matrix_rank(A) == ${drawn.rank}`);
      const { status, stderr } = python(code);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    });

  it("fails where a number shown is wrong", () => {
    const picture = { ...draw(DRAWN[0] as (typeof DRAWN)[number]) };
    const session = createPictureSession();
    session.open(picture);
    const spectrum = session.adopt(svd(pictureMatrix(picture)));
    const code = snippetFor(picture, profile(spectrum, picture), 1, session.toward(1, 1e9).error);
    expect(python(code.replace("isclose(s[0], ", "isclose(s[0], 1")).stderr).toContain("AssertionError");
  });
});

const hasPillow = hasNumpy && python("import PIL").status === 0;
if (!hasPillow) console.info("SKIPPED: the photographs' snippet was not run, for want of python3 with pillow");

describe.skipIf(!hasPillow)("the NumPy snippet of a photograph", () => {
  for (const { id, name, credit } of PHOTOGRAPHS)
    it(`reads ${name} from its file`, { timeout: 60_000 }, () => {
      const dump = python(
        `import sys, base64; from PIL import Image; sys.stdout.write(base64.b64encode(Image.open("${id}.jpg").convert("RGB").tobytes()).decode())`,
      );
      const pixels = Uint8Array.from(Buffer.from(dump.stdout, "base64"));
      const picture = { id, name, credit, width: 512, height: 342, channels: 3 as const, pixels, notes: [] };
      const session = createPictureSession();
      session.open(picture);
      const spectrum = session.adopt(svd(pictureMatrix(picture)));
      const code = snippetFor(picture, profile(spectrum, picture), 30, session.toward(30, 1e9).error);
      const { status, stderr } = python(code);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    });
});
