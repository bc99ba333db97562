import type { Chapter } from "../chapter";
import { lesson } from "./lesson";
import { TransformEquation } from "./views/TransformEquation";
import { TransformInspector } from "./views/TransformInspector";
import { TransformStage } from "./views/TransformStage";
import { TransformTransport } from "./views/TransformTransport";

export const transform: Chapter = {
  id: "transform",
  lesson,
  Equation: TransformEquation,
  Stage: TransformStage,
  Transport: TransformTransport,
  Inspector: TransformInspector,
};
