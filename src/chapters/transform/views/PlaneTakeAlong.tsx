import { TakeAlong } from "../../TakeAlong";
import { planeCode } from "../copy";
import { planeCsv, planeLatex, planePicture } from "../plane/take";
import { lit } from "../sources";

/** What the plane gives away. */
export default function PlaneTakeAlong() {
  return <TakeAlong code={planeCode} lit={lit} picture={planePicture} latex={planeLatex} csv={planeCsv} />;
}
