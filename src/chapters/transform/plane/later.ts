// What the first picture can do without; picture.ts fetches it once that stands.
export { collapseWords } from "../collapse";
export { deviationEllipse } from "../deviationEllipse";
export { errorReading } from "../error";
export { iterates } from "../iterate";
export { fibreShapes, kernelShapes } from "./crushed";
export { laterNames } from "./laterNames";
export { errorShapes, iterateShapes, termShapes } from "./parts";
export { rowShapes } from "./rows";
