import css from "./DatasetTable.module.css";

/** The rows and columns of a table that are out of sight keep their room. */
export function Space({ as: Tag, width }: { readonly as: "th" | "td"; readonly width: number }) {
  return width > 0 ? <Tag aria-hidden="true" className={css.space} style={{ minWidth: width, width }} /> : null;
}
export function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ height }} /> : null;
}
