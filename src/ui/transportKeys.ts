/** Space plays, [ and ] step: heard anywhere on the page, unless the key means something to what has the focus. */

export type TransportKey = "play" | "back" | "step";

const KEYS: ReadonlyMap<string, TransportKey> = new Map([
  [" ", "play"],
  ["[", "back"],
  ["]", "step"],
]);
/** Where a character is text. */
const TYPING = "input:not([type=range]), textarea, select, [contenteditable=true]";
/** What Space presses, opens or ticks by itself. */
const PRESSED =
  "button, a[href], summary, [role=button], [role=switch], [role=tab], [role=checkbox], [role=combobox], [role^=menuitem], [role=option]";
/** While one of these is open, the transport lies behind it. */
const OVER = "[role=dialog], [role=alertdialog], [role=listbox], [role=menu]";

/** The transport's act for a key press, or null. */
export function transportKey(event: KeyboardEvent): TransportKey | null {
  const act = KEYS.get(event.key) ?? null;
  if (act === null || event.defaultPrevented) return null;
  // Many keyboards have the brackets on AltGr, which counts as Ctrl and Alt together.
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"))) return null;
  const at = event.target !== null && "closest" in event.target ? (event.target as Element) : null;
  if (at?.closest(`${TYPING}, ${OVER}`)) return null;
  if (act === "play" && (event.repeat || at?.closest(PRESSED))) return null;
  return act;
}
