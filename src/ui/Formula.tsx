import { useEffect, useRef } from "react";
import css from "./Formula.module.css";
import { slotWidth } from "./slotWidth";
import { paintFrom, type Source } from "./source";

export type FormulaProps = {
  /** The structure. A live number is `\htmlClass{slot-NAME}{0.00}`: it takes at least the width of the text inside, and more while it is longer. */
  tex: string;
  /** What stands in each slot; names as in `tex`. Keep the object and its sources stable between renders. */
  slots?: Record<string, Source<string>>;
  /** The whole formula in words, for screen readers and until KaTeX has come. */
  label: string | Source<string>;
  /** Hears which `\htmlClass{sym-NAME}{…}` is under the pointer, null when none. */
  onHover?(symbol: string | null): void;
  /** The NAME that is pointed at somewhere else: its `sym-NAME` is lit here. */
  lit?: Source<string | null>;
  display?: boolean;
};

type Katex = typeof import("katex");
let katex: Promise<Katex> | undefined;

/** KaTeX and its styles, fetched once, after the first paint. */
function loadKatex(): Promise<Katex> {
  katex ??= new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted))).then(async () => {
    const [loaded] = await Promise.all([import("katex"), import("katex/dist/katex.min.css")]);
    return loaded;
  });
  return katex;
}

/** Finds the slot's laid-out node, puts one text node in it, and keeps at least the width that the structure gave it. */
function fillSlot(root: HTMLElement, name: string, source: Source<string>): () => void {
  const stops = [...root.querySelectorAll<HTMLElement>(`.slot-${CSS.escape(name)}`)].map((slot) => {
    const text = document.createTextNode("");
    const body = document.createElement("span");
    body.className = "mord";
    body.append(text);
    slot.style.minWidth = `${slotWidth(slot.textContent ?? "")}em`;
    slot.replaceChildren(body);
    slot.classList.add(css.slot ?? "");
    return paintFrom(source, (value) => {
      if (text.data !== value) text.data = value;
    });
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * A formula with live numbers. KaTeX lays it out once for each `tex`; afterwards a change of a number writes one text node.
 * `katex.render` sets styles through the CSSOM, which `style-src 'self'` allows. Its own output is hidden from screen readers,
 * which read the live label instead. Colours: `\htmlClass{c-basis-i}{…}`, and so for basis-j, basis-k, eigen, singular, muted, good, warn, bad.
 */
export function Formula({ tex, slots, label, onHover, lit, display = false }: FormulaProps) {
  const wrapper = useRef<HTMLSpanElement>(null);
  const sheet = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const node = sheet.current;
    let stops: (() => void)[] = [];
    let gone = false;
    void loadKatex().then(
      (loaded) => {
        if (gone || !node) return;
        loaded.default.render(tex, node, {
          displayMode: display,
          output: "html",
          throwOnError: true,
          strict: false,
          trust: (context) => context.command === "\\htmlClass",
        });
        stops = Object.entries(slots ?? {}).map(([name, source]) => fillSlot(node, name, source));
      },
      // Offline before the first visit: the words of the label stay, and the next formula tries again.
      () => {
        katex = undefined;
      },
    );
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, [tex, slots, display]);

  useEffect(
    () =>
      lit &&
      paintFrom(lit, (symbol) => {
        for (const node of sheet.current?.querySelectorAll('[class*="sym-"]') ?? [])
          node.classList.toggle("lit", symbol !== null && node.classList.contains(`sym-${symbol}`));
      }),
    [lit],
  );

  useEffect(() => {
    const paint = (words: string) => {
      wrapper.current?.setAttribute("aria-label", words);
      const node = sheet.current;
      if (node && !node.querySelector(".katex")) node.textContent = words;
    };
    if (typeof label === "string") return paint(label);
    return paintFrom(label, paint);
  }, [label]);

  return (
    <span
      ref={wrapper}
      className={css.formula}
      role="math"
      onPointerOver={
        onHover &&
        ((e) => {
          const hit = e.target instanceof Element ? e.target.closest('[class*="sym-"]') : null;
          const mark = hit && [...hit.classList].find((c) => c.startsWith("sym-"));
          onHover(mark ? mark.slice("sym-".length) : null);
        })
      }
      onPointerLeave={onHover && (() => onHover(null))}
    >
      <span ref={sheet} className={css.sheet} aria-hidden />
    </span>
  );
}
