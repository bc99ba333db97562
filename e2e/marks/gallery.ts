/** What marks.spec.ts puts into a page: every example as an SVG document in the page's theme. */
import { EXAMPLES } from "../../src/scene/marks/examples";
import { svgOf } from "../../src/scene/shapesSvg";
import { hexOf } from "../../src/scene/theme";

export const names = Object.keys(EXAMPLES);
export const draw = (name: string): string => {
  const picture = EXAMPLES[name];
  if (!picture) throw new Error(`No mark is called ${name}`);
  return svgOf(picture(), hexOf);
};
