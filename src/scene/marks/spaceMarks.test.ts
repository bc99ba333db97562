import { describe, expect, it } from "vitest";
import { add3, apply3, type Mat3, norm3, sub3, type Vec3 } from "../../math";
import { lineInBox, planeInBox } from "../boxClip";
import { camera3d, pixelOf } from "../camera3d";
import { ellipsoidOutline, ellipsoidSections } from "./spaceEllipsoid";
import { spaceVector } from "./spaceVector";

const SIZE = { width: 800, height: 600 };
const views = (["perspective", "orthographic"] as const).map((projection) =>
  camera3d(SIZE, { azimuth: 40, elevation: 15, span: 7, projection }),
);
const sphere = (k: number): Vec3 => {
  // Fibonacci's lattice: even over the sphere.
  const z = 1 - (2 * k + 1) / 4000;
  const angle = k * 2.399963229728653;
  const r = Math.sqrt(1 - z * z);
  return [r * Math.cos(angle), r * Math.sin(angle), z];
};
const MATRICES: readonly Mat3[] = [
  [1, 0.5, 0, 0, 1, 0.5, 0.5, 0, 1],
  [2, 0, 0, 0, 0.3, 0, 0, 0, 1],
  [0.6, -0.3, -0.3, -0.3, 0.6, -0.3, -0.3, -0.3, 0.6],
];
const CENTRES: readonly Vec3[] = [
  [0, 0, 0],
  [1, -2, 1.5],
  [-3, 2, -1],
];

describe("ellipsoidOutline", () => {
  it("holds the picture of every point of the ellipsoid, and touches it in every direction", () => {
    for (const camera of views)
      for (const [m, centre] of MATRICES.flatMap((a) => CENTRES.map((c) => [a, c] as const))) {
        const outline = ellipsoidOutline(camera, m, centre);
        if (!outline) throw new Error("The eye is outside");
        const [ux, uy] = outline.along;
        const reach = Array.from({ length: 4000 }, (_, k) => {
          const { at } = pixelOf(camera, add3(centre, apply3(m, sphere(k))));
          const [x, y] = [at[0] - outline.centre[0], at[1] - outline.centre[1]];
          return { along: (x * ux + y * uy) / outline.axes[0], across: (y * ux - x * uy) / outline.axes[1] };
        });
        const size = reach.map(({ along, across }) => Math.hypot(along, across));
        expect(Math.max(...size)).toBeLessThan(1 + 1e-9);
        for (let sector = 0; sector < 12; sector++) {
          const here = reach.filter(
            ({ along, across }) => Math.floor(((Math.atan2(across, along) / Math.PI + 1) / 2) * 12) === sector,
          );
          expect(Math.max(...here.map(({ along, across }) => Math.hypot(along, across)))).toBeGreaterThan(0.99);
        }
      }
  });

  it("is none for an eye inside", () => {
    const [near] = views;
    if (!near) throw new Error("There is a view");
    expect(ellipsoidOutline(near, [1e12, 0, 0, 0, 1e12, 0, 0, 0, 1e12])).toBeNull();
  });

  it("is none for one behind the eye, and keeps its digits for a small one far from the middle", () => {
    const [near] = views;
    if (!near) throw new Error("There is a view");
    const toward: Vec3 = [near.rotation[6], near.rotation[7], near.rotation[8]];
    const tiny: Mat3 = [1e-6, 0, 0, 0, 1e-6, 0, 0, 0, 1e-6];
    expect(ellipsoidOutline(near, tiny, [100 * toward[0], 100 * toward[1], 100 * toward[2]])).toBeNull();
    const right: Vec3 = [near.rotation[0], near.rotation[1], near.rotation[2]];
    const outline = ellipsoidOutline(near, tiny, [3 * right[0], 3 * right[1], 3 * right[2]]);
    // Seen aslant, a ball's outline is longer by the ray's length over the eye's distance.
    const aslant = Math.hypot(3, near.eye) / near.eye;
    expect((outline?.axes[0] ?? 0) / (near.unit * 1e-6)).toBeCloseTo(aslant, 6);
    expect((outline?.axes[1] ?? 0) / (near.unit * 1e-6)).toBeCloseTo(1, 6);
  });

  it("has sections on the surface, half of them facing the eye from afar", () => {
    const [, afar] = views;
    if (!afar) throw new Error("There is a view");
    const [front, back] = [
      { name: "front", tone: "ink" },
      { name: "back", tone: "ink" },
    ];
    const edges = ellipsoidSections(afar, [2, 0, 0, 0, 0.3, 0, 0, 0, 1], front, back);
    expect(edges).toHaveLength(120);
    expect(edges.filter(({ look }) => look === front)).toHaveLength(60);
    for (const { from } of edges) expect((from[0] / 2) ** 2 + (from[1] / 0.3) ** 2 + from[2] ** 2).toBeCloseTo(1, 12);
    // A flat one has its rim alone, seen whole.
    const rim = ellipsoidSections(afar, [2, 0, 0, 0, 0.3, 0, 0, 0, 0], front, back);
    expect(rim.map(({ look }) => look)).toEqual(Array.from({ length: 40 }, () => front));
  });
});

describe("the box", () => {
  const box = { centre: [0, 0, 0], reach: 2 } as const;
  it("cuts a hexagon across its diagonal, a square along an axis, and nothing beyond", () => {
    const hexagon = planeInBox(box, [0, 0, 0], [1, 1, 1]);
    expect(hexagon).toHaveLength(6);
    for (const p of hexagon) {
      expect(p[0] + p[1] + p[2]).toBeCloseTo(0, 12);
      expect(Math.max(...p.map(Math.abs))).toBeLessThanOrEqual(2 + 1e-12);
    }
    expect(planeInBox(box, [0, 0, 1], [0, 0, 5])).toHaveLength(4);
    expect(planeInBox(box, [0, 0, 3], [0, 0, 1])).toHaveLength(0);
    expect(planeInBox(box, [0, 0, 0], [0, 0, 0])).toHaveLength(0);
  });

  it("cuts a line at its sides", () => {
    const ends = lineInBox(box, [0, 0, 1], [0, -3, 0]);
    expect(ends?.map((p) => p.map((x) => x + 0))).toEqual([
      [0, 2, 1],
      [0, -2, 1],
    ]);
    expect(lineInBox(box, [0, 0, 3], [1, 0, 0])).toBeNull();
    expect(lineInBox(box, [0, 0, 0], [0, 0, 0])).toBeNull();
  });
});

describe("spaceVector", () => {
  const look = { name: "v", tone: "ink" };
  it("has a head of one length in pixels, near and far", () => {
    for (const camera of views)
      for (const tip of [
        [1, 2, 0.5],
        [-2, -1, 1],
      ] as const) {
        const [shaft, head] = spaceVector(camera, [0, 0, 0], tip, look);
        if (!shaft || !head) throw new Error("An arrow has a shaft and a head");
        const [a, b] = [pixelOf(camera, head.from).at, pixelOf(camera, head.to).at];
        expect(Math.hypot(b[0] - a[0], b[1] - a[1])).toBeCloseTo(12, 6);
        expect(head.to).toEqual(tip);
        expect(norm3(sub3(shaft.to, head.from))).toBe(0);
      }
  });

  it("is a dot of no length, and a shaft as far as the box where its tip is outside", () => {
    const [camera] = views;
    if (!camera) throw new Error("There is a view");
    expect(spaceVector(camera, [0, 0, 0], [0, 0, 0], look)).toMatchObject([{ taper: [3.5, 3.5] }]);
    const far = spaceVector(camera, [0, 0, 0], [1e12, 0, 0], look);
    expect(far).toHaveLength(1);
    expect(far[0]?.taper).toBeUndefined();
    expect(far[0]?.to[0]).toBeCloseTo(0.76 * 7, 6);
  });
});
