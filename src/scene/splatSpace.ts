/**
 * Points of space splatted into a frame buffer, the nearer over the farther: soft discs from back to front, or squares with a depth for each pixel.
 * Nearer points are also larger (discs) and stronger (both), since on a still picture nothing else tells near from far.
 */
import type { PointStyle } from "./brush";
import type { SpaceCloud, SpaceScratch } from "./spaceCloud";
import type { SpaceMap } from "./spaceMap";
import { type Frame, MOST_DISCS } from "./splat";
import { splatSpaceDiscs } from "./splatSpaceDiscs";
import { splatSpaceSquares } from "./splatSpaceSquares";

/** Draws `cloud` where `map` sends it. O(n + pixels); allocates nothing once `scratch` has grown to the cloud. */
export function splatSpace(
  frame: Frame,
  map: SpaceMap,
  cloud: SpaceCloud,
  style: PointStyle,
  scratch: SpaceScratch,
): void {
  if (cloud.xyz.length > 3 * MOST_DISCS) splatSpaceSquares(frame, map, cloud, style, scratch);
  else splatSpaceDiscs(frame, map, cloud, style, scratch);
}
