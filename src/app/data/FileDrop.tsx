import { useEffect, useState } from "react";
import css from "./FileDrop.module.css";
import { importTable } from "./importing";

interface Props {
  /** A picture goes to the chapter that shows pictures. */
  readonly onPicture: (file: File) => void;
}

/** Takes a file dropped anywhere, or a file or a table pasted outside a field. */
export function FileDrop({ onPicture }: Props) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const open = (file: File) => (file.type.startsWith("image/") ? onPicture(file) : void importTable(file));
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      // Only when the pointer leaves the window is there nothing that it goes to.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) open(file);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]")) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file) open(file);
      else if (/[\t,;|].*\n/.test(text)) void importTable(new File([text], "Pasted table"));
      else return;
      event.preventDefault();
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    addEventListener("paste", onPaste);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
      removeEventListener("paste", onPaste);
    };
  }, [onPicture]);
  return over ? (
    <div className={css.overlay}>
      <p>Drop a CSV to make it the dataset, or a picture for chapter 5. It stays in this browser.</p>
    </div>
  ) : null;
}
