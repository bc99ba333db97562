import { type CSSProperties, useRef } from "react";
import { divergingRamp } from "../../../scene/field";
import { derive, type Source } from "../../../scene/source";
import { colourOf, theme } from "../../../scene/theme";
import { usePaint } from "../../../scene/usePaint";
import type { PixelImage } from "./pixelImage";
import css from "./pixels.module.css";

interface Props {
  readonly image: Source<PixelImage | null>;
  /** For screen readers; left out where a name beside it says it. */
  readonly label?: string;
  /** CSS pixels across. */
  readonly size: number;
}

/** A picture of a few pixels, each of them seen: signed values in blue and orange, others as ink on paper. */
export function PixelPicture({ image, label, size }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const drawn = useRef(derive([image, theme], (now) => ({ now }))).current;
  usePaint(ref, drawn, paint);
  const named = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return <canvas ref={ref} className={css.picture} style={{ "--size": `${size}px` } as CSSProperties} {...named} />;
}

/** 256 colours from paper to ink. */
function inkRamp(): Uint32Array {
  const [paper, ink] = [colourOf("--paper"), colourOf("--ink")];
  const part = (k: 0 | 1 | 2, t: number) => Math.round(paper[k] + t * (ink[k] - paper[k]));
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const t = level / 255;
    return ((255 << 24) | (part(2, t) << 16) | (part(1, t) << 8) | part(0, t)) >>> 0;
  });
}

function paint(canvas: HTMLCanvasElement, { now }: { readonly now: PixelImage | null }): void {
  if (!now) return;
  const { side, values, low, high, signed } = now;
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext("2d");
  if (!context) return;
  const ramp = signed ? divergingRamp(1) : inkRamp();
  const pixels = context.createImageData(side, side);
  const words = new Uint32Array(pixels.data.buffer);
  values.forEach((value, k) => {
    const t = Math.max(0, Math.min(1, (value - low) / (high - low)));
    words[k] = ramp[Math.round(255 * t)] ?? 0;
  });
  context.putImageData(pixels, 0, 0);
}
