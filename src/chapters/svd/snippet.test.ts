import { describe, expect, it } from "vitest";
import { hasNumpy, hasPillow, runSnippets } from "../../../tests/support/numpy";
import { pictureMatrix } from "../../data/picture";
import { DRAWN, draw, PHOTOGRAPHS } from "../../data/pictures";
import { svd } from "../../math";
import { createPictureSession } from "../../workers/pictureSession";
import { profile } from "./model";
import { snippetFor } from "./snippet";

/** The snippet of a photograph reads its file from where it lies. */
const outcomeOf = (code: string) => runSnippets([code], "public/pictures")[0];

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
      expect(outcomeOf(code)?.error).toBe("");
    });

  it("fails where a number shown is wrong", () => {
    const picture = { ...draw(DRAWN[0] as (typeof DRAWN)[number]) };
    const session = createPictureSession();
    session.open(picture);
    const spectrum = session.adopt(svd(pictureMatrix(picture)));
    const code = snippetFor(picture, profile(spectrum, picture), 1, session.toward(1, 1e9).error);
    expect(outcomeOf(code.replace("isclose(s[0], ", "isclose(s[0], 1"))?.error).toContain("AssertionError");
  });
});

describe.skipIf(!hasPillow)("the NumPy snippet of a photograph", () => {
  for (const { id, name, credit } of PHOTOGRAPHS)
    it(`reads ${name} from its file`, { timeout: 60_000 }, () => {
      const dump = outcomeOf(
        `import sys, base64; from PIL import Image; sys.stdout.write(base64.b64encode(Image.open("${id}.jpg").convert("RGB").tobytes()).decode())`,
      );
      const pixels = Uint8Array.from(Buffer.from(dump?.output ?? "", "base64"));
      const picture = { id, name, credit, width: 512, height: 342, channels: 3 as const, pixels, notes: [] };
      const session = createPictureSession();
      session.open(picture);
      const spectrum = session.adopt(svd(pictureMatrix(picture)));
      const code = snippetFor(picture, profile(spectrum, picture), 30, session.toward(30, 1e9).error);
      expect(outcomeOf(code)?.error).toBe("");
    });
});
