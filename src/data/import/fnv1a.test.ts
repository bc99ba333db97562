import fc from "fast-check";
import { expect, it } from "vitest";
import { createHash } from "./fnv1a";

const hash = (...pieces: (string | Uint8Array)[]) => {
  const state = createHash();
  for (const piece of pieces) state.update(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
  return state.digest();
};

it("gives the published values", () => {
  expect(hash("")).toBe("cbf29ce484222325");
  expect(hash("a")).toBe("af63dc4c8601ec8c");
  expect(hash("foobar")).toBe("85944171f73967e8");
});

it("is the same in whatever pieces the bytes come, and the same as in whole numbers", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(64), (bytes, at) => {
      let whole = 0xcbf29ce484222325n;
      for (const byte of bytes) whole = ((whole ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
      const expected = whole.toString(16).padStart(16, "0");
      return hash(bytes) === expected && hash(bytes.slice(0, at), bytes.slice(at)) === expected;
    }),
  );
});
