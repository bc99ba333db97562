import { expect, it } from "vitest";
import { firstBytes, pieces } from "./bytes";

const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);

it("pieces joined are the file, whatever its length beside a piece's", async () => {
  for (const length of [0, 1, 2 ** 18 - 1, 2 ** 18, 2 ** 18 + 1, 3 * 2 ** 18 + 7]) {
    const bytes = counting(length);
    const read: Uint8Array[] = [];
    for await (const piece of pieces(new Blob([bytes]))) read.push(piece);
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
    expect(read.every(({ length: size }) => size > 0 && size <= 2 ** 18)).toBe(true);
  }
});

it("the first bytes are no more than the file has", async () => {
  expect(await firstBytes(new Blob([counting(5)]), 3)).toEqual(Uint8Array.of(0, 1, 2));
  expect(await firstBytes(new Blob([counting(2)]), 3)).toEqual(Uint8Array.of(0, 1));
});

it("a file that is gone in the middle is refused, with what to do", async () => {
  const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException("gone")) }) } as never;
  await expect(firstBytes(gone, 4)).rejects.toMatchObject({ code: "unreadable", message: /Choose it again\.$/ });
  await expect(pieces(gone).next()).rejects.toMatchObject({ code: "unreadable" });
});
