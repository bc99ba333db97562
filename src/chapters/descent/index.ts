import type { Chapter } from "../chapter";
import { lesson } from "./lesson";
import { DescentEquation } from "./views/DescentEquation";
import { DescentInspector } from "./views/DescentInspector";
import { DescentStage } from "./views/DescentStage";
import { DescentTransport } from "./views/DescentTransport";

export const descent: Chapter = {
  id: "descent",
  lesson,
  Equation: DescentEquation,
  Stage: DescentStage,
  Transport: DescentTransport,
  Inspector: DescentInspector,
};
