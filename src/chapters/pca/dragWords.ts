import { formatNumber } from "../../scene/formatNumber";
import { derive } from "../../scene/source";
import { dragged } from "./drag";
import { features, rows, which } from "./sources";

/** Changes named while a point moves; more are counted. */
const MOST_NAMED = 4;

/** What the row in the hand was and is; '' between drags. */
export const dragWords = derive([dragged, rows, features, which], (hand, x, names, view) => {
  if (!hand) return "";
  const changed = names.flatMap((name, j) => {
    const [was, is] = [hand.before[j] ?? 0, x.data[hand.row * x.cols + j] ?? 0];
    return was === is ? [] : [{ words: `${name} ${formatNumber(was)} → ${formatNumber(is)}`, by: Math.abs(is - was) }];
  });
  const named = changed.sort((a, b) => b.by - a.by).slice(0, MOST_NAMED);
  const more = changed.length > named.length ? `, and ${changed.length - named.length} more` : "";
  const what = named.length === 0 ? "not moved yet" : `${named.map(({ words }) => words).join(", ")}${more}`;
  const how = view === "original" ? "" : " The row moves by VΔy; the components follow when you let go.";
  return `Row ${hand.row + 1}: ${what}.${how}`;
});
