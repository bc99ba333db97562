import { useRef } from "react";
import { Button, type ButtonProps } from "./Button";

/** Opens the system's file chooser. The same file may be chosen again. */
export function FileButton({
  accept,
  onFile,
  inputLabel,
  ...rest
}: Omit<ButtonProps, "onClick"> & { accept: string; onFile(file: File): void; inputLabel: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={inputLabel}
        onChange={(e) => {
          const file = e.currentTarget.files?.[0];
          e.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <Button {...rest} onClick={() => input.current?.click()} />
    </>
  );
}
