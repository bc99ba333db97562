import { useMemo } from "react";
import { useSettled } from "../../../state/useSettled";
import { PixelPicture } from "./PixelPicture";
import css from "./pixels.module.css";
import { grid, rowImage } from "./sources";

/** A held row as the picture that it is; nothing where the features are no pixels. */
export function RowPicture({ row }: { readonly row: number }) {
  const image = useMemo(() => rowImage(row), [row]);
  if (useSettled(grid) === null) return null;
  return (
    <div className={css.inCard}>
      <PixelPicture image={image} label={`Row ${row + 1} as a picture`} size={84} />
    </div>
  );
}
