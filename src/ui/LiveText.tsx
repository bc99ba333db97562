import { useLayoutEffect, useRef } from "react";
import { paintFrom, type Source } from "./source";

/** A number's or a word's text that follows a source by writing one text node; React renders it once. */
export function LiveText({ source, className }: { source: Source<string>; className?: string }) {
  const node = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const text = document.createTextNode("");
    node.current?.replaceChildren(text);
    return paintFrom(source, (value) => {
      if (text.data !== value) text.data = value;
    });
  }, [source]);
  return <span ref={node} className={className} />;
}
