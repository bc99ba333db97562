/** A file that falls on the page is caught from the first moment on, since the browser would leave the app for it; who takes it may come later. */

type Taker = (file: File) => void;

let taker: Taker | null = null;
let waiting: File | undefined;

export const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

window.addEventListener("dragover", (event) => {
  if (hasFiles(event)) event.preventDefault();
});
window.addEventListener("drop", (event) => {
  if (!hasFiles(event) || event.defaultPrevented) return;
  event.preventDefault();
  waiting = event.dataTransfer?.files[0];
  hand();
});

function hand(): void {
  if (!taker || !waiting) return;
  taker(waiting);
  waiting = undefined;
}

/** Gives each dropped file to `take`, with the one that came before. Returns the way to stop. */
export function takeDroppedFiles(take: Taker): () => void {
  taker = take;
  hand();
  return () => {
    taker = null;
  };
}
