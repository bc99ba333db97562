import { Input } from "@base-ui/react/input";
import { Search } from "lucide-react";
import css from "./SearchField.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

/** Text that a list is narrowed by, letter by letter; Escape empties it. */
export function SearchField({ label, value, onChange }: Props) {
  return (
    <span className={css.field}>
      <Search size={14} aria-hidden />
      <Input
        type="search"
        className={css.input}
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onValueChange={onChange}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || value === "") return;
          event.stopPropagation();
          onChange("");
        }}
      />
    </span>
  );
}
