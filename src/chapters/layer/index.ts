import type { Chapter } from "../chapter";
import { lesson } from "./lesson";
import { LayerEquation, LayerInspector, LayerStage, LayerTransport } from "./views/modes";

export const layer: Chapter = {
  id: "layer",
  lesson,
  Equation: LayerEquation,
  Stage: LayerStage,
  Transport: LayerTransport,
  Inspector: LayerInspector,
};
