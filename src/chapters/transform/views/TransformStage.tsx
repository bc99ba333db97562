import { PlaneStage } from "./PlaneStage";

export function TransformStage() {
  return <PlaneStage />;
}
