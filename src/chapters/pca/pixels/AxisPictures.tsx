import { useMemo } from "react";
import { useSettled } from "../../../state/useSettled";
import { PixelPicture } from "./PixelPicture";
import css from "./pixels.module.css";
import { grid, imageOf } from "./sources";

function OfComponent({ k }: { readonly k: number }) {
  const image = useMemo(() => imageOf(k), [k]);
  return <PixelPicture image={image} size={44} />;
}

interface Props {
  /** Components on the axes: two stand beside the titles, three in a row of their own. */
  readonly on: readonly (number | null)[];
}

/** The pictures of the components on the axes of the scores; the inspector has them by name. */
export function AxisPictures({ on }: Props) {
  const [x = null, y = null, z = null] = on;
  if (useSettled(grid) === null || x === null || y === null) return null;
  if (z !== null)
    return (
      <div className={`${css.onAxes} ${css.three}`} aria-hidden="true">
        {[x, y, z].map((k) => (
          <div key={k}>
            <OfComponent k={k} />
            PC{k + 1}
          </div>
        ))}
      </div>
    );
  return (
    <div className={css.onAxes} aria-hidden="true">
      <div className={css.across}>
        <OfComponent k={x} />
      </div>
      <div className={css.up}>
        <OfComponent k={y} />
      </div>
    </div>
  );
}
