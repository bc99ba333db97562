import { derive } from "../../../../scene/source";
import { TakeAlong } from "../../../TakeAlong";
import { lit } from "../../sources";
import { ReadingTransport } from "../../views/ReadingTransport";
import { spaceCode, spaceCsv, spaceLatex } from "../copy3";
import { spacePictureNow } from "../exported";
import { name3, readingName, shape } from "../sources";

const START = { "3x3": "I", "3x2": "floor", "2x3": "shadow" } as const;
const text = derive([readingName, shape, name3], (reading, now, called) => {
  switch (reading) {
    case "columns":
      return `0 → ${called}x`;
    case "rows":
      return "rows 1, 2, 3";
    case "outer":
      return `0 → ${called}`;
    default:
      return `${START[now]} → ${called}`;
  }
});

export function SpaceTransport() {
  return (
    <ReadingTransport text={text}>
      <TakeAlong code={spaceCode} lit={lit} picture={spacePictureNow} latex={spaceLatex} csv={spaceCsv} />
    </ReadingTransport>
  );
}
