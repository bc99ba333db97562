/** The plane on its way in words. */
import { derive } from "../../../scene/source";
import { leadWords, rowsWords, vector } from "../sentence";
import { dataset, features, notes, outcome, pair, plane } from "../sources";
import { turn } from "./sources";
import { turnWords } from "./spaceWords";
import { way2 } from "./turnSources";

const own = derive([turn, way2, pair], (t, way, [a, b]) => {
  const round =
    way?.mirrored && b !== null
      ? ` ${vector(b)} is taken the other way round, since turning alone does not mirror.`
      : "";
  return `${turnWords(t, `PC${a + 1} and PC${(b ?? a) + 1}`)}${round} Black arrows are the features' axes.`;
});
/** What the picture alone does not say. */
export const turnNotes = derive([dataset, own], (of, words) =>
  !of || of.rows === of.held ? words : `${words} ${rowsWords(of)}`,
);
/** The text twin. */
export const turnDescription = derive(
  [dataset, features, outcome, plane, own, notes],
  (of, names, found, p, words, said) => {
    if (!of || found.kind === "none") return "";
    return `${leadWords(of, names, found.pca, said)} Drawn: from ${p?.names[0] ?? ""} and ${p?.names[1] ?? ""}. ${words}`;
  },
);
