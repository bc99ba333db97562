import { useEffect, useRef } from "react";
import css from "../../../scene/Stage.module.css";
import { usePaint } from "../../../scene/usePaint";
import { useParameter } from "../../../state/useParameter";
import { notify } from "../../../ui/notify";
import { loadImage } from "../pictures";
import { bitmap, movedPicture } from "../sources";

const paint = (canvas: HTMLCanvasElement, raster: ReturnType<typeof movedPicture.get>) => {
  if (raster) raster(canvas, Math.min(2, devicePixelRatio));
};

/** A shipped picture moved by A. */
export default function PictureLayer() {
  const ref = useRef<HTMLCanvasElement>(null);
  const id = useParameter((s) => s.transform.picture);
  useEffect(() => {
    let gone = false;
    loadImage(id).then(
      (loaded) => {
        if (!gone) bitmap.set(loaded ?? null);
      },
      () =>
        notify({ title: "The picture could not be loaded. Check the connection and choose it again.", kind: "bad" }),
    );
    return () => {
      gone = true;
      bitmap.set(null);
    };
  }, [id]);
  usePaint(ref, movedPicture, paint);
  return <canvas ref={ref} className={css.layer} />;
}
