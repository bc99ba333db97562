import { useRef } from "react";
import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import { eigenvalueAt } from "../snap";
import { name, reading, x } from "../sources";
import css from "./EigenCard.module.css";

/** What it means that x is an eigenvector of the matrix called `a`; empty where it is none. */
export function eigenCardWords(value: number | null, scale: number, a: string): string {
  if (value === null) return "";
  const number = formatNumber(value, scale);
  const meaning =
    value === 0
      ? "and all of it is sent to the origin"
      : value < 0
        ? "turned round and stretched, never off its line"
        : "only stretched, never off its line";
  return `x is an eigenvector: ${a}x = ${number} x, ${meaning}.`;
}
const words = derive([x, reading, name], (at, { eig, scale }, a) => eigenCardWords(eigenvalueAt(at, eig), scale, a));
const write = (node: Element, text: string) => {
  node.textContent = text;
  node.toggleAttribute("hidden", text === "");
};

/** Says that x lies on an eigenline, while it does. */
export function EigenCard({ of = words }: { readonly of?: Source<string> }) {
  const ref = useRef<HTMLParagraphElement>(null);
  usePaint(ref, of, write);
  return <p ref={ref} className={css.card} hidden />;
}
