// Chapter 1 in space: loaded when a matrix of three rows or columns is asked for.
export { spaceCode, spaceLatex } from "./copy3";
export { spaceSentence } from "./sources";
export { SpaceEquation } from "./views/SpaceEquation";
export { SpaceInspector } from "./views/SpaceInspector";
export { SpaceStage } from "./views/SpaceStage";
export { SpaceTransport } from "./views/SpaceTransport";
