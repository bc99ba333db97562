import { commit } from "../../state/history";
import { update } from "../../state/store";
import { notify } from "../../ui/notify";
import { keepPicture, ownPicture } from "./pictures";
import { client, reopen } from "./sources";

/** Takes a file of the reader's as the picture and shows it, from whichever chapter, as one undo step. What cannot be taken is refused in words, and nothing changes. */
export async function openFile(file: Blob, name: string): Promise<void> {
  try {
    const picture = ownPicture(await client.decode(file, name), name);
    commit(() => {
      update("app", { chapter: "svd" });
      update("svd", { picture: picture.id });
    });
    // The state may have named this very picture while the browser lacked it.
    reopen();
    if (picture.notes.length > 0) notify({ title: picture.name, text: picture.notes.join(" "), kind: "info" });
    await keepPicture(picture);
  } catch (error) {
    const words = error instanceof Error ? error.message : `${name} could not be opened.`;
    notify({ title: words, text: "The former picture stays.", kind: "bad" });
  }
}
