import { type CSSProperties, useEffect, useId, useRef, useState } from "react";
import { formatExact, formatFixed } from "./formatNumber";
import css from "./NumberField.module.css";
import { parseNumber } from "./parseNumber";
import { addSteps, PIXELS_PER_STEP, stepUnder } from "./scrub";
import { paintFrom, type Source } from "./source";

/** The colours a number can take: those of the thing that it belongs to. */
export type Tone = "ink" | "basis-i" | "basis-j" | "basis-k" | "eigen" | "singular";

export type NumberFieldProps = {
  /** The accessible name, such as 'A row 1 column 2'. */
  label: string;
  value: number;
  /** Where given, the shown number follows it without a render, unless the field is being typed in. */
  source?: Source<number>;
  /** For every change of a scrub or arrow key; once for a typed number. */
  onChange(value: number): void;
  /** Once, at the end of the gesture. */
  onCommit?(): void;
  step?: number;
  min?: number;
  max?: number;
  format?(value: number): string;
  tone?: Tone;
  disabled?: boolean;
};

/** Its length stands beside the text, so that a narrow cell can show a long number in smaller figures. */
function write(node: HTMLInputElement | null, text: string): void {
  if (!node) return;
  if (node.value !== text) node.value = text;
  node.dataset.length = text.length > 7 ? "8" : text.length > 5 ? "6" : "";
}

type Scrub = { x: number; rest: number; value: number; moved: boolean; pointer: number };

/**
 * A number that is typed, moved by arrow keys, or scrubbed sideways (Shift ×10, Alt ÷10). A press without a move starts typing.
 * What cannot be read is refused in words; Escape, or leaving the field, brings the former number back.
 */
export function NumberField(props: NumberFieldProps) {
  const { step = 0.1, min = -Number.MAX_VALUE, max = Number.MAX_VALUE, format = formatFixed } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const scrub = useRef<Scrub | null>(null);
  const stepping = useRef(false);
  const typed = useRef(false);
  const [refusal, setRefusal] = useState("");
  const live = props.source;

  const present = () => (live ? live.get() : props.value);
  const show = (text: string) => write(input.current, text);
  const settle = () => {
    typed.current = false;
    setRefusal("");
    show(format(present()));
  };
  const change = (value: number) => {
    setRefusal("");
    props.onChange(value);
    show(format(value));
  };

  useEffect(() => {
    const paint = (value: number) => {
      if (!typed.current) write(input.current, format(value));
    };
    if (live) return paintFrom(live, paint);
    paint(props.value);
  }, [live, props.value, format]);

  const accept = (): boolean => {
    if (!typed.current || !input.current) return true;
    const read = parseNumber(input.current.value);
    if (!read.ok) {
      setRefusal(`${read.message} Kept ${format(present())}.`);
      return false;
    }
    if (read.value < min || read.value > max) {
      setRefusal(`Must lie between ${formatExact(min)} and ${formatExact(max)}.`);
      return false;
    }
    typed.current = false;
    setRefusal("");
    if (read.value !== present()) {
      change(read.value);
      props.onCommit?.();
    }
    show(format(read.value));
    return true;
  };

  const endStepping = () => {
    if (!stepping.current) return;
    stepping.current = false;
    props.onCommit?.();
  };

  return (
    <span className={css.field} style={{ "--tone": `var(--${props.tone ?? "ink"})` } as CSSProperties}>
      <input
        ref={input}
        className={css.input}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={props.label}
        aria-invalid={refusal !== "" || undefined}
        aria-describedby={refusal ? `${id}-refusal` : undefined}
        disabled={props.disabled}
        defaultValue={format(props.value)}
        onInput={() => {
          typed.current = true;
          if (refusal) setRefusal("");
        }}
        onFocus={(e) => {
          setRefusal("");
          show(formatExact(present()));
          e.currentTarget.select();
        }}
        onBlur={() => {
          endStepping();
          if (!accept()) {
            typed.current = false;
            show(format(present()));
          } else settle();
        }}
        onKeyDown={(e) => {
          if (e.key === "Enter") {
            if (accept()) e.currentTarget.select();
            // A form must not go off with what was refused.
            else e.preventDefault();
          } else if (e.key === "Escape") {
            if (typed.current || refusal) e.stopPropagation();
            settle();
            e.currentTarget.select();
          } else if (e.key === "ArrowUp" || e.key === "ArrowDown") {
            e.preventDefault();
            const before = typed.current ? parseNumber(e.currentTarget.value) : null;
            typed.current = false;
            setRefusal("");
            stepping.current = true;
            const from = before?.ok ? before.value : present();
            change(addSteps(from, e.key === "ArrowUp" ? 1 : -1, stepUnder(step, e), min, max));
          }
        }}
        onKeyUp={(e) => {
          if (e.key === "ArrowUp" || e.key === "ArrowDown") endStepping();
        }}
        onMouseDown={(e) => {
          // Focus waits for the release, so that a scrub never opens the keyboard or selects text.
          if (document.activeElement !== e.currentTarget) e.preventDefault();
        }}
        onPointerDown={(e) => {
          if (props.disabled || e.button !== 0 || document.activeElement === e.currentTarget) return;
          scrub.current = { x: e.clientX, rest: 0, value: present(), moved: false, pointer: e.pointerId };
          e.currentTarget.setPointerCapture(e.pointerId);
        }}
        onPointerMove={(e) => {
          const s = scrub.current;
          if (!s || s.pointer !== e.pointerId) return;
          s.rest += (e.clientX - s.x) / PIXELS_PER_STEP;
          s.x = e.clientX;
          const count = Math.trunc(s.rest);
          if (count === 0) return;
          s.rest -= count;
          s.moved = true;
          s.value = addSteps(s.value, count, stepUnder(step, e), min, max);
          change(s.value);
        }}
        onPointerUp={(e) => {
          const s = scrub.current;
          if (!s) return;
          scrub.current = null;
          if (s.moved) props.onCommit?.();
          else e.currentTarget.focus();
        }}
        onPointerCancel={() => {
          if (scrub.current?.moved) props.onCommit?.();
          scrub.current = null;
        }}
      />
      {refusal && (
        <span className={css.refusal} id={`${id}-refusal`} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}
