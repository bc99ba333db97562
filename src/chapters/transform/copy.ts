import { numpySnippet } from "./snippet";
import { ax, matrix, reading, x } from "./sources";

/** The chapter's snippet for the present state. */
export function snippet(): string {
  const { det, singular } = reading.get();
  return numpySnippet(matrix.get(), x.get(), ax.get(), det, singular);
}
