import { useEffect, useRef } from "react";
import { paintImage } from "../../../scene/marks/image";
import css from "../../../scene/Stage.module.css";
import { cell, derive } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import type { View2d } from "../../../scene/view2d";
import { useParameter } from "../../../state/useParameter";
import { notify } from "../../../ui/notify";
import { loadImage } from "../pictures";
import { shown, view } from "../sources";

const SIDE = 3;
const image = cell<ImageBitmap | null>(null);
const placed = derive([view, shown, image], (v, m, bitmap) => ({
  v,
  placed: bitmap ? { view: v, image: bitmap, m, side: SIDE, opacity: 0.9 } : null,
}));
const paint = (canvas: HTMLCanvasElement, { v, placed: what }: ReturnType<typeof placed.get>) =>
  paintImage(canvas, Math.min(2, devicePixelRatio), v as View2d, what);

/** A shipped picture, three units wide, moved by A. */
export default function PictureLayer() {
  const ref = useRef<HTMLCanvasElement>(null);
  const id = useParameter((s) => s.transform.picture);
  useEffect(() => {
    let gone = false;
    loadImage(id).then(
      (bitmap) => {
        if (!gone) image.set(bitmap ?? null);
      },
      () =>
        notify({ title: "The picture could not be loaded. Check the connection and choose it again.", kind: "bad" }),
    );
    return () => {
      gone = true;
      image.set(null);
    };
  }, [id]);
  usePaint(ref, placed, paint);
  return <canvas ref={ref} className={css.layer} />;
}
