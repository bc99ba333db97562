/** An image for a canvas: RGBA by rows. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Shows the image at its own resolution; style decides how large that looks. */
export function paintImage(canvas: HTMLCanvasElement, image: Rgba | null): void {
  if (!image) return;
  const { width, height, rgba } = image;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.getContext("2d")?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
