import { type CSSProperties, useRef } from "react";
import { derive, type Source } from "../../../scene/source";
import { theme } from "../../../scene/theme";
import { usePaint } from "../../../scene/usePaint";
import { paintPixels } from "./paintPixels";
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

const paint = (canvas: HTMLCanvasElement, { now }: { readonly now: PixelImage | null }) => {
  if (now) paintPixels(canvas, now);
};
