import { commit } from "../../state/history";
import { update } from "../../state/store";
import { notify } from "../../ui/notify";
import { keepPicture, ownPicture } from "./pictures";
import { client, reopen } from "./sources";

/** Takes a file of the reader's as the picture, as one undo step. What cannot be taken is refused in words, and nothing changes. */
export async function openFile(file: Blob, name: string): Promise<void> {
  try {
    const picture = ownPicture(await client.decode(file, name), name);
    commit(() => update("svd", { picture: picture.id }));
    // The state may have named this very picture while the browser lacked it.
    reopen();
    if (picture.notes.length > 0) notify({ title: picture.name, text: picture.notes.join(" "), kind: "info" });
    await keepPicture(picture).catch(() =>
      notify({
        title: `${picture.name} is shown, but this browser will not keep it for the next visit.`,
        kind: "warn",
      }),
    );
  } catch (error) {
    const words = error instanceof Error ? error.message : `${name} could not be opened.`;
    notify({ title: words, text: "The former picture stays.", kind: "bad" });
  }
}

/** Takes files dropped on `node` and pictures pasted anywhere while it stands. Returns the way to take it off. */
export function attachFiles(node: HTMLElement): () => void {
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const onOver = (event: DragEvent) => {
    if (!isFile(event)) return;
    event.preventDefault();
    event.stopPropagation();
    node.dataset.over = "true";
  };
  const onLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && node.contains(event.relatedTarget))) delete node.dataset.over;
  };
  const onDrop = (event: DragEvent) => {
    delete node.dataset.over;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void openFile(file, file.name);
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    void openFile(file, file.name);
  };
  node.addEventListener("dragover", onOver);
  node.addEventListener("dragleave", onLeave);
  node.addEventListener("drop", onDrop);
  addEventListener("paste", onPaste);
  return () => {
    node.removeEventListener("dragover", onOver);
    node.removeEventListener("dragleave", onLeave);
    node.removeEventListener("drop", onDrop);
    removeEventListener("paste", onPaste);
  };
}
