import { describe, expect, it } from "vitest";
import { apply3, type Mat3, norm3, scale3, type Vec3 } from "../../../math";
import { iterationWords3 } from "./iterationWords3";
import { read3 } from "./reading";

const say = (...a: readonly number[]) => iterationWords3(read3("3x3", a as unknown as Mat3));
const diag = (p: number, q: number, r: number) => say(p, 0, 0, 0, q, 0, 0, 0, r);

describe("where iterates go in space", () => {
  it("is the line of the largest eigenvalue, at the rate of the next", () => {
    expect(diag(2, 1, -0.5)).toMatch(/eigenline of λ = 2\.00; the other parts shrink beside it by 0\.500/);
    // The rate is what the power method shows.
    const a: Mat3 = [2, 1, 0, 0, 1, 1, 0, 0, 0.5];
    let x: Vec3 = [1, 1, 1];
    const offs: number[] = [];
    for (let k = 0; k < 30; k++) {
      x = apply3(a, x);
      x = scale3(1 / norm3(x), x);
      offs.push(Math.hypot(x[1], x[2]));
    }
    expect((offs[29] ?? 0) / (offs[28] ?? 1)).toBeCloseTo(0.5, 4);
    expect(say(...a)).toMatch(/λ = 2\.00; .* by 0\.500/);
  });

  it("is a plane where the largest comes twice, and to and fro where its opposite is there", () => {
    expect(diag(2, 2, 1)).toMatch(/plane of λ = 2\.00, where no line wins; the other part shrinks beside it by 0\.500/);
    expect(diag(2, -2, 1)).toMatch(/opposite sign/);
    expect(diag(2, 2, -2)).toMatch(/opposite sign/);
    expect(diag(2, 2, 2)).toMatch(/scaled by 2\.00/);
  });

  it("is a spiral for a complex pair: to the axis, to the plane, or around", () => {
    expect(say(0, -1, 0, 1, 0, 0, 0, 0, 2)).toMatch(
      /spiral towards the eigenline of λ = 2\.00: .* 90\.0°, .* by 0\.500/,
    );
    expect(say(0, -1, 0, 1, 0, 0, 0, 0, 0.5)).toMatch(/plane that A turns, and there they stay on an ellipse/);
    expect(say(0, -2, 0, 2, 0, 0, 0, 0, 1)).toMatch(/spiral outwards.*scales by 2\.00/);
    expect(say(0, -1, 0, 1, 0, 0, 0, 0, 1)).toMatch(/wind around the eigenline/);
  });

  it("is the origin for zero and for a nilpotent matrix, and slow for a defective one", () => {
    expect(diag(0, 0, 0)).toMatch(/first step/);
    expect(say(0, 1, 0, 0, 0, 1, 0, 0, 0)).toMatch(/three steps at most/);
    expect(say(2, 1, 0, 0, 2, 0, 0, 0, 1)).toMatch(/ever more slowly.*λ = 2\.00/);
    expect(say(1, 1, 0, 0, 1, 0, 0, 0, 3)).toMatch(/turn towards the eigenline of λ = 3\.00/);
    expect(iterationWords3(read3("2x3", [1, 0, 0, 0, 1, 0, 0, 0, 0]))).toBe("");
  });
});
