import { derive } from "../../../scene/source";
import { useSettled } from "../../../state/useSettled";
import { Panel } from "../../../ui/Panel";
import { percent } from "../plane";
import { model } from "../sources";
import { PixelPicture } from "./PixelPicture";
import type { PixelGrid } from "./pixelGrid";
import type { PixelImage } from "./pixelImage";
import css from "./pixels.module.css";
import { componentImages, grid } from "./sources";

const how = derive([componentImages], (all) => all.length);
const at = Array.from({ length: 12 }, (_, k) => derive([componentImages], (all) => all[k] ?? null));

/** Where a picture is strongest, in words. */
function strongest({ values }: PixelImage, { side }: PixelGrid): string {
  const high = values.indexOf(Math.max(...values));
  const low = values.indexOf(Math.min(...values));
  const place = (k: number) => `row ${Math.floor(k / side) + 1}, column ${(k % side) + 1}`;
  return `most positive at ${place(high)}, most negative at ${place(low)}`;
}

/** Each component as a picture, where the features are pixels. */
export function ComponentPictures() {
  const g = useSettled(grid);
  const count = useSettled(how);
  const m = useSettled(model);
  const images = useSettled(componentImages);
  if (!g || !m) return null;
  return (
    <Panel title="Components as pictures">
      <ul className={css.list}>
        {at.slice(0, count).map((image, k) => {
          const now = images[k];
          const words = now ? `: ${strongest(now, g)}` : "";
          const name = `PC${k + 1}`;
          return (
            <li key={name}>
              <PixelPicture image={image} label={`${name} as a picture${words}`} size={54} />
              {name} <span>{percent(m.explainedVarianceRatio[k] ?? 0)}</span>
            </li>
          );
        })}
      </ul>
      <p className={css.key}>
        − <span className={css.ramp} aria-hidden="true" /> + &ensp;Loadings, each picture on its own scale.
      </p>
    </Panel>
  );
}
