/** Names in a sentence at most; more are counted. */
const MOST = 5;

/** 'a, b, c, d, e and 7 more'. */
export function someNames(names: readonly string[]): string {
  const rest = names.length > MOST ? ` and ${names.length - MOST} more` : "";
  return `${names.slice(0, MOST).join(", ")}${rest}`;
}
