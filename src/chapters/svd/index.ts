import type { Chapter } from "../chapter";
import { lesson } from "./lesson";
import { SvdEquation } from "./views/SvdEquation";
import { SvdInspector } from "./views/SvdInspector";
import { SvdStage } from "./views/SvdStage";
import { SvdTransport } from "./views/SvdTransport";

export const svd: Chapter = {
  id: "svd",
  lesson,
  Equation: SvdEquation,
  Stage: SvdStage,
  Transport: SvdTransport,
  Inspector: SvdInspector,
};
