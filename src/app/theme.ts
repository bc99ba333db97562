export type Theme = "light" | "dark";

const KEY = "eigenscope-theme";

/** The reader's own choice where there is one, else the system's. Storage may be denied; then the choice lasts for the visit. */
export function initialTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    if (stored === "light" || stored === "dark") return stored;
  } catch {
    // Without storage the system's preference is the best guess.
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Follows the system while the reader has chosen nothing. Returns the way to stop. */
export function followSystem(onTheme: (theme: Theme) => void): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => onTheme(initialTheme());
  dark.addEventListener("change", follow);
  return () => dark.removeEventListener("change", follow);
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Keeps the choice for the next visit. */
export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A theme that is not remembered is no reason to disturb anybody.
  }
}
