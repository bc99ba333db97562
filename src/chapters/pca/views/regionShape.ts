import { pathShape, type Shape } from "../../../scene/shape";
import { derive } from "../../../scene/source";
import { region } from "../choose";

/** The region that is being drawn, whichever picture it is on. */
export const regionShape = derive([region], (now): readonly Shape[] => {
  if (!now || now.outline.length < 2) return [];
  const d = `M${now.outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
  return [pathShape(d, { name: "region", tone: "ink", width: 1.4, dash: [5, 4], fillOpacity: 0.06 })];
});
