import type { Chapter } from "../chapter";
import { lesson } from "./lesson";
import { byShape } from "./views/byShape";
import { TransformEquation } from "./views/TransformEquation";
import { TransformInspector } from "./views/TransformInspector";
import { TransformStage } from "./views/TransformStage";
import { TransformTransport } from "./views/TransformTransport";

export const transform: Chapter = {
  id: "transform",
  lesson,
  Equation: byShape(TransformEquation, "SpaceEquation"),
  Stage: byShape(TransformStage, "SpaceStage"),
  Transport: byShape(TransformTransport, "SpaceTransport"),
  Inspector: byShape(TransformInspector, "SpaceInspector"),
};
