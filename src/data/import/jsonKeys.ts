/** The keys of a JSON text as they are written: an object of JavaScript puts those that are whole numbers before all others. */

export interface JsonKey {
  readonly key: string;
  /** The brackets that are open around it: '{' for an object alone, '[{' for one in a list. */
  readonly within: string;
  /** Where the text goes on after the colon. */
  readonly at: number;
}

/** Each key in its order, of a text that JSON.parse takes, or of several such texts in a row. O(text). */
export function* jsonKeys(text: string): Generator<JsonKey> {
  const sign = /["{}[\]]/g;
  let within = "";
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const [bracket] = found;
    if (bracket === "{" || bracket === "[") within += bracket;
    else if (bracket !== '"') within = within.slice(0, -1);
    else {
      const end = endOfString(text, found.index);
      const colon = afterSpaces(text, end);
      if (text[colon] === ":") yield { key: JSON.parse(text.slice(found.index, end)), within, at: colon + 1 };
      sign.lastIndex = end;
    }
  }
}

/** By search from quote to quote, since a pattern of a string would not bear one of megabytes. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slash = quote;
    while (text[slash - 1] === "\\") slash--;
    if ((quote - slash) % 2 === 0) return quote + 1;
  }
  return text.length;
}

function afterSpaces(text: string, at: number): number {
  let next = at;
  while (" \t\n\r".includes(text[next] ?? "x")) next++;
  return next;
}
