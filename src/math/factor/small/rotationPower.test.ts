import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  axisAngle3,
  DomainError,
  dot3,
  IDENTITY2,
  IDENTITY3,
  type Mat3,
  multiply2,
  multiply3,
  norm3,
  rotation2,
  rotation3,
  rotationPower,
  rotationPower2,
  rotationPower3,
  type Vec3,
} from "../..";

const part = fc.double({ min: -1, max: 1, noNaN: true });
const axis: fc.Arbitrary<Vec3> = fc.tuple(part, part, part).filter((v) => norm3(v) > 0.01);
const time = fc.double({ min: -2, max: 2, noNaN: true });
const near = (x: readonly number[] | null, y: readonly number[] | null, bound = 1e-14) =>
  y!.forEach((v, i) => {
    expect(Math.abs(x![i]! - v)).toBeLessThan(bound);
  });

describe("rotationPower2", () => {
  it("turns by tθ", () => {
    fc.assert(
      fc.property(fc.double({ min: -3.14, max: 3.14, noNaN: true }), time, (angle, t) => {
        near(rotationPower2(rotation2(angle), t), rotation2(t * angle));
      }),
    );
    near(rotationPower2([-1, 0, 0, -1], 0.5), [0, -1, 1, 0]);
    near(rotationPower2([-1, -0, 0, -1], 0.5), [0, -1, 1, 0]);
    near(rotationPower2([-1, 0, -0, -1], 0.5), [0, -1, 1, 0]);
    expect(rotationPower2(IDENTITY2, 0.3)).toEqual([1, -0, 0, 1].map((x) => expect.closeTo(x, 15)));
    near(multiply2(rotationPower2(rotation2(2), 0.25)!, rotationPower2(rotation2(2), 0.75)!), rotation2(2));
  });

  it("has none for a mirror, and refuses what is not orthogonal", () => {
    expect(rotationPower2([1, 0, 0, -1], 0.5)).toBeNull();
    expect(rotationPower2([0, 1, 1, 0], 0.5)).toBeNull();
    for (const m of [
      [2, 0, 0, 1],
      [1, 0, 0, 2],
      [1, 1, 0, 1],
      [Number.NaN, 0, 0, 1],
      [Math.SQRT1_2, 1, Math.SQRT1_2, 0],
    ] as const)
      expect(() => rotationPower2(m, 0.5)).toThrow(DomainError);
  });
});

describe("axisAngle3 and rotationPower3", () => {
  it("find the axis and the angle that a rotation was made of, up to a half turn", () => {
    fc.assert(
      fc.property(
        axis,
        fc.oneof(
          fc.double({ min: 1e-6, max: Math.PI, noNaN: true }),
          fc.constantFrom(1e-9, Math.PI - 1e-5, Math.PI - 1e-9),
        ),
        (v, angle) => {
          const found = axisAngle3(rotation3(v, angle))!;
          expect(Math.abs(found.angle - angle)).toBeLessThan(1e-14);
          expect(Math.abs(Math.abs(dot3(found.axis, v)) / norm3(v) - 1)).toBeLessThan(1e-7);
          near(rotation3(found.axis, found.angle), rotation3(v, angle));
        },
      ),
    );
  });

  it("choose of a half turn's two axes the one whose largest entry is positive, and none for I", () => {
    expect(axisAngle3(IDENTITY3)).toEqual({ axis: [0, 0, 1], angle: 0 });
    expect(axisAngle3([1, 0, 0, 0, -1, 0, 0, 0, -1])).toEqual({ axis: [1, 0, 0], angle: Math.PI });
    expect(axisAngle3([-1, 0, 0, 0, 1, 0, 0, 0, -1])).toEqual({ axis: [0, 1, 0], angle: Math.PI });
    expect(axisAngle3([-1, 0, 0, 0, -1, 0, 0, 0, 1])).toEqual({ axis: [0, 0, 1], angle: Math.PI });
    // About (1, −2, 2)/3: 2vvᵀ − I.
    const v = [1 / 3, -2 / 3, 2 / 3];
    const half = v.flatMap((x, i) => v.map((y, j) => 2 * x * y - (i === j ? 1 : 0))) as unknown as Mat3;
    const { axis: found, angle } = axisAngle3(half)!;
    near(found, [-1 / 3, 2 / 3, -2 / 3]);
    expect(angle).toBeCloseTo(Math.PI, 14);
    const turns: [Vec3, number][] = [
      [[0, 0, 1], 1],
      [[0, 0, -1], 1],
      [[1, 0, 0], 2.5],
      [[0, -1, 0], 3],
      [[-1, 0, 0], 3],
      [[0, 0, -1], 3],
    ];
    for (const [direction, angle] of turns) near(axisAngle3(rotation3(direction, angle))!.axis, direction);
  });

  it("add their times, and agree with the power in n dimensions", () => {
    fc.assert(
      fc.property(axis, fc.double({ min: -3.1, max: 3.1, noNaN: true }), time, time, (v, angle, s, t) => {
        const r = rotation3(v, angle);
        near(rotationPower3(r, 0), IDENTITY3, 1e-300);
        near(rotationPower3(r, 1), r);
        near(multiply3(rotationPower3(r, s)!, rotationPower3(r, t)!), rotationPower3(r, s + t));
        const general = rotationPower({ rows: 3, cols: 3, data: Float64Array.from(r) }, t)!;
        near(rotationPower3(r, t), Array.from(general.data), 1e-12);
      }),
    );
  });

  it("have none for a mirror, and refuse what is not orthogonal", () => {
    expect(axisAngle3([1, 0, 0, 0, 1, 0, 0, 0, -1])).toBeNull();
    expect(rotationPower3([-1, 0, 0, 0, -1, 0, 0, 0, -1], 0.5)).toBeNull();
    for (let place = 0; place < 9; place++) {
      const m = IDENTITY3.map((x, i) => (i === place ? x + 0.1 : x)) as unknown as Mat3;
      expect(() => axisAngle3(m), `${place}`).toThrow(DomainError);
    }
    expect(() => rotationPower3([Number.NaN, 0, 0, 0, 1, 0, 0, 0, 1], 1)).toThrow(DomainError);
  });
});
