import { numpySnippet } from "./snippet";
import { ax, reading, total, x } from "./sources";

/** The chapter's snippet for the present state. */
export function snippet(): string {
  const { det, singular } = reading.get();
  return numpySnippet(total.get(), x.get(), ax.get(), det, singular);
}
