import type { Note } from "../../data/dataset";
import css from "./DataDrawer.module.css";

/** What the importer did with a file, each a whole sentence. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={css.notes} aria-label="What was done with the file">
      {notes.map(({ kind, code, text }) => (
        <li key={code + text} data-kind={kind}>
          {text}
        </li>
      ))}
    </ul>
  );
}
