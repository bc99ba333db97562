import type { Chapter } from "../chapter";
import { lesson } from "./lesson";
import { PcaEquation } from "./views/PcaEquation";
import { PcaInspector } from "./views/PcaInspector";
import { PcaStage } from "./views/PcaStage";
import { PcaTransport } from "./views/PcaTransport";

export const pca: Chapter = {
  id: "pca",
  lesson,
  Equation: PcaEquation,
  Stage: PcaStage,
  Transport: PcaTransport,
  Inspector: PcaInspector,
};
