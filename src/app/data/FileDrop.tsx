import { useEffect, useState } from "react";
import { hasFiles, takeDroppedFiles } from "./droppedFile";
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
    const onDragOver = (event: DragEvent) => {
      if (hasFiles(event)) setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      // Only when the pointer leaves the window is there nothing that it goes to.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = () => setOver(false);
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]")) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file) open(file);
      else if (/[\t,;|].*\n|^\s*(?:\[\s*)?\{\s*"/.test(text)) void importTable(new File([text], "Pasted table"));
      else return;
      event.preventDefault();
    };
    const stopTaking = takeDroppedFiles(open);
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    addEventListener("paste", onPaste);
    return () => {
      stopTaking();
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
      removeEventListener("paste", onPaste);
    };
  }, [onPicture]);
  return over ? (
    <div className={css.overlay}>
      <p>Drop a table to make it the dataset, or a picture for chapter 5. It stays in this browser.</p>
    </div>
  ) : null;
}
