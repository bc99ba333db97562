import fc from "fast-check";
import { expect, it } from "vitest";
import { moved } from "./gridMoves";

const size = { lines: 30, columns: 4, page: 10 };
const press = (key: string, line: number, column: number, ctrlKey = false) =>
  moved({ key, ctrlKey, metaKey: false }, { line, column }, size);

it("each key leads where the grid pattern says", () => {
  expect(press("ArrowUp", 0, 2)).toEqual({ line: -1, column: 2 });
  expect(press("ArrowRight", 3, 4)).toEqual({ line: 3, column: 4 });
  expect(press("Home", 3, 4)).toEqual({ line: 3, column: 0 });
  expect(press("End", 3, 1)).toEqual({ line: 3, column: 4 });
  expect(press("Home", 9, 4, true)).toEqual({ line: 0, column: 0 });
  expect(press("End", 9, 1, true)).toEqual({ line: 29, column: 4 });
  expect(press("PageDown", 25, 1)).toEqual({ line: 29, column: 1 });
  expect(press("PageUp", 5, 1)).toEqual({ line: 0, column: 1 });
  expect(press("x", 5, 1)).toBeUndefined();
});

it("no key leads out of the grid, from anywhere in it", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
  const cases = fc.tuple(fc.constantFrom(...keys), fc.integer({ min: -1, max: 29 }), fc.nat(4), fc.boolean());
  fc.assert(
    fc.property(cases, ([key, line, column, far]) => {
      const to = press(key, line, column, far);
      expect(to && to.line >= -1 && to.line < size.lines && to.column >= 0 && to.column <= size.columns).toBe(true);
    }),
  );
});
