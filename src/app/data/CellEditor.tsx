import { useEffect, useRef } from "react";
import css from "./DatasetTable.module.css";

export type Onward = "stay" | "down" | "right";

interface Props {
  readonly label: string;
  readonly initial: string;
  /** The id of the sentence that says why what was typed is refused; undefined while it is not. */
  readonly refusalId: string | undefined;
  /** Takes what was typed; false where it is refused. */
  readonly onDone: (typed: string, onward: Onward) => boolean;
  readonly onGiveUp: () => void;
}

/** A cell while it is typed in: Enter and Tab take it and go on, Escape gives it up, and so does leaving it with what cannot stand there. */
export function CellEditor({ label, initial, refusalId, onDone, onGiveUp }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const end = (act: () => boolean) => {
    if (over.current) return;
    over.current = true;
    if (!act()) over.current = false;
  };
  const giveUp = () => {
    onGiveUp();
    return true;
  };
  return (
    <input
      ref={input}
      className={css.editor}
      aria-label={label}
      aria-invalid={refusalId !== undefined || undefined}
      aria-describedby={refusalId}
      autoComplete="off"
      spellCheck={false}
      defaultValue={initial}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        end(() => (typed !== initial && onDone(typed, "stay")) || giveUp());
      }}
      onKeyDown={(event) => {
        // The keys of the grid and of the drawer are not meant while one types.
        event.stopPropagation();
        // Enter and Escape belong to the input method while it puts a word together.
        if (event.nativeEvent.isComposing) return;
        const typed = event.currentTarget.value;
        if (event.key === "Escape") end(giveUp);
        else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) {
          event.preventDefault();
          end(() => onDone(typed, event.key === "Enter" ? "down" : "right"));
        }
      }}
    />
  );
}
