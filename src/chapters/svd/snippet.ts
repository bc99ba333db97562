import type { Picture } from "../../data/picture";
import { DRAWN, PHOTOGRAPHS, SIDE } from "../../data/pictures";
import { derive } from "../../scene/source";
import { plainLines } from "../code";
import { type Profile, shapeOf } from "./model";
import { isOwn } from "./pictures";
import { error, picture, shown, spectral } from "./sources";

/** NumPy that factors the picture on screen and asserts its numbers. */
export const code = derive([picture, spectral, shown, error], (p, profile, k, left) =>
  plainLines(p && profile ? snippetFor(p, profile, k, left) : "# The picture is on its way."),
);

/** The snippet for a picture, its spectrum, and the rank and error that are shown. */
export function snippetFor(p: Picture, { s, exact, norm, numericalRank }: Profile, k: number, left: number): string {
  const { rows, cols } = shapeOf(p);
  const drawn = DRAWN.find(({ id }) => id === p.id);
  const strict = drawn !== undefined && exact;
  const closeness = strict
    ? `rtol=1e-9, atol=${norm * 1e-11}`
    : `rtol=0.02, atol=${(2 / 255) * Math.sqrt(rows * cols)}`;
  const why = strict ? "" : exact ? NEARLY : "# the page still shows an approximation, so only nearly\n";
  return `import numpy as np
${drawn ? drawing(drawn.python, p.channels) : reading(p)}
${p.channels === 3 ? "A = np.concatenate([P[:, :, 0], P[:, :, 1], P[:, :, 2]], axis=1) / 255   # [R | G | B]" : "A = P[:, :, 0] / 255"}
assert A.shape == (${rows}, ${cols})

U, s, Vt = np.linalg.svd(A, full_matrices=False)                # s largest first
k = ${k}
Ak = (U[:, :k] * s[:k]) @ Vt[:k]                                # the sum of the first k layers
error = np.linalg.norm(A - Ak)                                  # Frobenius
tail = np.sqrt((s[k:] ** 2).sum())
assert np.isclose(error, tail, rtol=1e-9, atol=1e-11 * np.linalg.norm(A))   # Eckart and Young
${why}assert np.isclose(error, ${left}, ${closeness})
assert np.isclose(s[0], ${s[0] ?? 0}, ${closeness})
${strict ? `assert np.linalg.matrix_rank(A) == ${numericalRank}\n` : ""}print("rank", k, " error", error, " tail of the spectrum", tail, " numbers", k * (${rows} + ${cols} + 1), "of", A.size)
`;
}

const NEARLY = "# only nearly: this decoder and the browser's may differ by a level of 255, and so may their scaling\n";

const drawing = (python: string, channels: number) => `
i, j, c = np.indices((${SIDE}, ${SIDE}, ${channels}))                         # the picture is a formula
${python}`;

function reading(p: Picture): string {
  const photograph = PHOTOGRAPHS.find(({ id }) => id === p.id);
  // JSON's quoting of a text is also Python's.
  const file = JSON.stringify(photograph ? (photograph.file.split("/").at(-1) ?? "") : p.name);
  const where = isOwn(p.id) ? "your own file" : "from the page's folder pictures";
  return `from PIL import Image, ImageOps

image = ImageOps.exif_transpose(Image.open(${file})).convert("RGBA")   # ${where}
image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
P = np.asarray(image.convert("RGB").resize((${p.width}, ${p.height}), Image.LANCZOS)).astype(int)`;
}
