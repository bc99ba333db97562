import type { Picture } from "./picture";
import { fileName, saveFile } from "./saveFile";
import { pngOf } from "./shapesCanvas";
import { svgOf } from "./shapesSvg";
import { hexOf } from "./theme";

/** Offers a picture as a download, in the colours of the page's theme now. */
export async function savePicture(picture: Picture, format: "png" | "svg"): Promise<void> {
  const blob =
    format === "png"
      ? await pngOf(picture, hexOf)
      : new Blob([svgOf(picture, hexOf)], { type: "image/svg+xml;charset=utf-8" });
  saveFile(blob, fileName(picture.title, format));
}
