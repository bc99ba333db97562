import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import css from "./Button.module.css";

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "type"> & {
  ref?: Ref<HTMLButtonElement>;
  type?: "button" | "submit";
};
export type ButtonProps = Native & { kind?: "primary" | "outline" | "quiet"; children: ReactNode };

/** A button that says what it does. `primary` is for the one main act in sight. */
export function Button({ kind = "outline", ...rest }: ButtonProps) {
  return <button type="button" className={`${css.button} ${css[kind]}`} {...rest} />;
}

/** A button that is only an icon; `label` is its name and its tooltip. */
export function IconButton({ label, kind = "quiet", ...rest }: ButtonProps & { label: string }) {
  return (
    <button
      type="button"
      className={`${css.button} ${css.icon} ${css[kind]}`}
      aria-label={label}
      title={label}
      {...rest}
    />
  );
}

/** A small choice among others, such as a preset. With `selected` it is a toggle that says so. */
export function Chip({ selected, ...rest }: Native & { selected?: boolean; children: ReactNode }) {
  return <button type="button" className={css.chip} aria-pressed={selected} {...rest} />;
}

/** Chips that wrap, under one name for screen readers. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={css.chips} aria-label={label}>
      {children}
    </fieldset>
  );
}
