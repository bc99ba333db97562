import { derive } from "../../../scene/source";
import { snippet } from "../copy";
import { kind, name } from "../sources";
import { ReadingTransport } from "./ReadingTransport";

const take = () => import("../plane/take");
const picture = async () => (await take()).planePicture();
const latex = async () => (await take()).planeLatex();
const csv = async () => (await take()).planeCsv();

const text = derive([kind, name], (reading, a) => {
  switch (reading) {
    case "grid":
      return `I → ${a}`;
    case "columns":
      return "x₁a₁ + x₂a₂";
    case "rows":
      return "row 1, row 2";
    case "outer":
      return "σ₁u₁v₁ᵀ + σ₂u₂v₂ᵀ";
    case "turns":
      return "Vᵀ, Σ, U";
  }
});

export function TransformTransport() {
  return <ReadingTransport text={text} snippet={snippet} picture={picture} latex={latex} csv={csv} />;
}
