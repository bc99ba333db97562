import { useRef } from "react";
import type { Vec3 } from "../math";
import type { Camera3d } from "./camera3d";
import { type HandleProps, PlacedHandle } from "./Handle";
import { derive, type Source } from "./source";
import { placesInSpace } from "./spacePlaces";

/** A focusable point of space: dragged in the plane of the view, with Shift along the axis that runs most as the hand does. */
export function SpaceHandle({ camera, ...props }: HandleProps<Vec3> & { readonly camera: Source<Camera3d> }) {
  return <PlacedHandle space={useRef(derive([camera], placesInSpace)).current} {...props} />;
}
