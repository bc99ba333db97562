import { useRef } from "react";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import { eigenvalueAt } from "../snap";
import { name, reading, x } from "../sources";
import css from "./EigenCard.module.css";

const words = derive([x, reading, name], (at, { eig, scale }, a) => {
  const value = eigenvalueAt(at, eig);
  if (value === null) return "";
  const number = formatNumber(value, scale);
  const meaning =
    value === 0
      ? "and all of it is sent to the origin"
      : value < 0
        ? "turned round and stretched, never off its line"
        : "only stretched, never off its line";
  return `x is an eigenvector: ${a}x = ${number} x, ${meaning}.`;
});
const write = (node: Element, text: string) => {
  node.textContent = text;
  node.toggleAttribute("hidden", text === "");
};

/** Says that x lies on an eigenline, while it does. */
export function EigenCard() {
  const ref = useRef<HTMLParagraphElement>(null);
  usePaint(ref, words, write);
  return <p ref={ref} className={css.card} hidden />;
}
