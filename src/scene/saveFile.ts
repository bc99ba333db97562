/** Hands the reader a file; it never leaves the page by any other way. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has taken its own hold of the blob by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** 'eigenscope-the-plane-and-its-image.png': the letters and digits of a title, which every file system takes. */
export function fileName(title: string, extension: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join("-")
    .slice(0, 60);
  return `eigenscope-${words ?? "picture"}.${extension}`;
}
