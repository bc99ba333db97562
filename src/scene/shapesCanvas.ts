import { type Colours, captionOf, EXPORT_RATIO, FAMILIES, type Inset, type Picture } from "./picture";
import { withTexts } from "./pngText";
import { DEFAULT_WIDTH, HALO, type Shape } from "./shape";

/** Draws shapes on a canvas whose transform maps CSS pixels to its own. */
export function drawShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[], colours: Colours): void {
  context.lineJoin = "round";
  for (const shape of shapes) {
    const { opacity = 1 } = shape;
    if (shape.kind === "text") {
      const { text, at, anchor, tone, face, size, weight = 400 } = shape;
      context.globalAlpha = opacity;
      context.font = `${face === "math" ? "italic " : ""}${weight} ${size}px ${FAMILIES[face]}`;
      context.textAlign = anchor === "middle" ? "center" : anchor;
      context.setLineDash([]);
      context.lineWidth = HALO[face];
      context.strokeStyle = colours("paper");
      context.strokeText(text, ...at);
      context.fillStyle = colours(tone);
      context.fillText(text, ...at);
      continue;
    }
    const path = new Path2D(shape.d);
    if (shape.fill !== undefined) {
      context.globalAlpha = opacity * (shape.fillOpacity ?? 1);
      context.fillStyle = colours(shape.fill);
      context.fill(path);
    }
    if (shape.stroke !== undefined) {
      context.globalAlpha = opacity;
      context.strokeStyle = colours(shape.stroke);
      context.lineWidth = shape.width ?? DEFAULT_WIDTH;
      context.setLineDash([...(shape.dash ?? [])]);
      context.stroke(path);
    }
  }
  context.globalAlpha = 1;
}

/** One stage, clipped to its size: what lies under its rasters, the rasters, its shapes. */
function drawStage(
  context: CanvasRenderingContext2D,
  { at, width, height, shapes, rasters }: Inset,
  colours: Colours,
  under: readonly Shape[] = [],
): void {
  context.save();
  context.translate(...at);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  drawShapes(context, under, colours);
  for (const raster of rasters) {
    const layer = document.createElement("canvas");
    raster(layer, EXPORT_RATIO);
    context.drawImage(layer, 0, 0, width, height);
  }
  drawShapes(context, shapes, colours);
  context.restore();
}

/** A picture as a PNG at two pixels for each CSS pixel, with its caption below and its words in the file. */
export async function pngOf(picture: Picture, colours: Colours): Promise<Blob> {
  // Before the faces are here a canvas writes in another one.
  await document.fonts.ready;
  const { width, height, shapes, rasters, under = [], insets = [], title, description } = picture;
  const caption = captionOf(picture);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * EXPORT_RATIO);
  canvas.height = Math.round((height + caption.height) * EXPORT_RATIO);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no canvas to draw on");
  context.scale(EXPORT_RATIO, EXPORT_RATIO);
  context.fillStyle = colours("paper");
  context.fillRect(0, 0, width, height + caption.height);
  for (const inset of insets) drawStage(context, inset, colours);
  drawStage(context, { at: [0, 0], width, height, shapes, rasters }, colours, under);
  drawShapes(context, caption.shapes, colours);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("This browser could not make a PNG of that size");
  const texts = { Title: title, Description: description, Software: "Eigenscope" };
  return new Blob([withTexts(new Uint8Array(await blob.arrayBuffer()), texts)], { type: "image/png" });
}
