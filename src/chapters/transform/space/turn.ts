import { goHome, type Turn } from "../../../scene/orbit";
import { beginGesture, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { DEFAULT_SPAN3, HOME, pose } from "./sources";

/** Turns the camera inside the open gesture. */
export const setTurn = ({ azimuth, elevation, span }: Turn): void =>
  update("transform", { azimuth, elevation, span3: span === DEFAULT_SPAN3 ? 0 : span });

/** Brings the camera back to where the picture opens, in one undo step. */
export function homeView(): void {
  goHome({ pose: pose.get, onStart: beginGesture, onMove: setTurn, onEnd: endGesture }, HOME);
}
