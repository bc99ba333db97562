/** FNV-1a, 64 bits (Fowler, Noll & Vo): names a file by its contents. Not a defence against forgery. */
export interface Hash {
  update(bytes: Uint8Array): void;
  /** 16 hexadecimal digits. */
  digest(): string;
}

/** A hash of all the bytes it is given, in however many pieces. O(bytes), a few nanoseconds each. */
export function createHash(): Hash {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  return {
    update(bytes) {
      let h = high;
      let l = low;
      for (let i = 0; i < bytes.length; i++) {
        l = (l ^ (bytes[i] as number)) >>> 0;
        // Times the prime 2⁴⁰ + 0x1b3, in two halves since a double holds no 64-bit product.
        const product = l * 0x1b3;
        h = (Math.imul(h, 0x1b3) + (l << 8) + Math.floor(product / 4294967296)) >>> 0;
        l = product >>> 0;
      }
      high = h;
      low = l;
    },
    digest: () => hex(high) + hex(low),
  };
}

const hex = (word: number) => word.toString(16).padStart(8, "0");
