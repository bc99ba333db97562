import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add3, apply3, cross3, dot3, lerp3, scale3, sub3, type Vec2, type Vec3 } from "../math";
import { camera3d, nearness, type Pose, pixelOf, viewpointOf } from "./camera3d";
import { depthOrder } from "./depthOrder";
import type { Edge, Face, Solid } from "./solid";
import { spacePicture } from "./spacePicture";

const SIZE = { width: 800, height: 600 };
const pose = (azimuth: number, elevation: number, projection: Pose["projection"] = "perspective") =>
  camera3d(SIZE, { azimuth, elevation, span: 7, projection });

const face = (name: string, ...corners: Vec3[]): Face => ({ kind: "face", corners, look: { name, tone: "ink" } });
const edge = (name: string, from: Vec3, to: Vec3): Edge => ({ kind: "edge", from, to, look: { name, tone: "ink" } });
const names = (solids: readonly Solid[]) => solids.map(({ look }) => look.name);

const SQUARE = face("square", [0, -1, -1], [0, 1, -1], [0, 1, 1], [0, -1, 1]);

describe("depthOrder", () => {
  it("draws the nearer of two faces later, from either side and in both projections", () => {
    const far = face("far", [-1, -1, -1], [-1, 1, -1], [-1, 1, 1], [-1, -1, 1]);
    for (const projection of ["perspective", "orthographic"] as const) {
      expect(names(depthOrder(pose(0, 10, projection), [SQUARE, far]))).toEqual(["far", "square"]);
      expect(names(depthOrder(pose(180, 10, projection), [far, SQUARE]))).toEqual(["square", "far"]);
    }
  });

  it("cuts an edge that pierces a face there, one part on each side of it in the order", () => {
    const parts = depthOrder(pose(20, 10), [edge("needle", [-2, 0, 0], [2, 0.4, 0.2]), SQUARE]);
    expect(names(parts)).toEqual(["needle", "square", "needle"]);
    const [behind, , before] = parts as [Edge, Face, Edge];
    expect(behind.from).toEqual([-2, 0, 0]);
    expect(behind.to[0]).toBeCloseTo(0, 12);
    expect(behind.to[1]).toBeCloseTo(0.2, 12);
    expect(before.from).toEqual(behind.to);
    expect(before.to).toEqual([2, 0.4, 0.2]);
  });

  it("shares an arrow head's widths out between its parts", () => {
    const head: Edge = { ...edge("head", [-1, 0, 0], [1, 0, 0]), taper: [8, 0] };
    const [behind, , before] = depthOrder(pose(20, 10), [head, SQUARE]) as [Edge, Face, Edge];
    expect(behind.taper).toEqual([8, 4]);
    expect(before.taper).toEqual([4, 0]);
  });

  it("cuts two faces that cross", () => {
    const crossing = face("crossing", [-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]);
    const order = names(depthOrder(pose(30, 25), [SQUARE, crossing]));
    expect(order).toHaveLength(3);
    expect(new Set(order)).toEqual(new Set(["square", "crossing"]));
  });

  it("keeps an edge that lies in a face on top of it, seen from both sides", () => {
    const diagonal = edge("diagonal", [0, -1, -1], [0, 1, 1]);
    for (const azimuth of [10, 190])
      expect(names(depthOrder(pose(azimuth, 10), [diagonal, SQUARE]))).toEqual(["square", "diagonal"]);
  });

  it("draws a flat face not at all and its edges still", () => {
    const flat = face("flat", [0, 0, 0], [1, 0, 0], [2, 0, 0], [1, 0, 0]);
    expect(names(depthOrder(pose(30, 25), [flat, edge("line", [0, 0, 0], [2, 0, 0])]))).toEqual(["line"]);
  });

  it("parts three edges that cover each other in a ring", () => {
    // Each passes over the next: no order of the three whole edges is right.
    const camera = pose(0, 0, "orthographic");
    const ring = [0, 1, 2].map((k) => {
      const a = (k * 2 * Math.PI) / 3;
      const at = (r: number, turn: number, x: number): Vec3 => [x, r * Math.cos(a + turn), r * Math.sin(a + turn)];
      return edge(`side ${k}`, at(2, 0.35, 0.5), at(2, 2 * (Math.PI / 3) + 0.35 + 0.6, -0.5));
    });
    expectNoneBehindDrawnLater(camera, depthOrder(camera, ring), []);
  });
});

/** Each pair of pieces that covers one point of the screen there: the nearer must come later. */
function expectNoneBehindDrawnLater(camera: ReturnType<typeof pose>, order: readonly Solid[], pixels: readonly Vec2[]) {
  const eye = viewpointOf(camera);
  /** Nearness at which the pixel's ray meets the face; null outside it. */
  const hit = ({ corners }: Face, pixel: Vec2): number | null => {
    const screen = corners.map((c) => pixelOf(camera, c).at);
    const sides = screen.map((p, i) => {
      const q = screen[(i + 1) % screen.length] as Vec2;
      return (q[0] - p[0]) * (pixel[1] - p[1]) - (q[1] - p[1]) * (pixel[0] - p[0]);
    });
    const clear = sides.map((s, i) => {
      const p = screen[i] as Vec2;
      const q = screen[(i + 1) % screen.length] as Vec2;
      return s / (Math.hypot(q[0] - p[0], q[1] - p[1]) || 1);
    });
    if (!(clear.every((s) => s > 0.2) || clear.every((s) => s < -0.2))) return null;
    const normal = cross3(sub3(corners[1] as Vec3, corners[0] as Vec3), sub3(corners[2] as Vec3, corners[0] as Vec3));
    const toEye = (k: 0 | 1 | 2) => camera.rotation.slice(3 * k, 3 * k + 3) as unknown as Vec3;
    const flat = add3(
      scale3((pixel[0] - SIZE.width / 2) / camera.unit, toEye(0)),
      scale3((SIZE.height / 2 - pixel[1]) / camera.unit, toEye(1)),
    );
    // The ray from the eye through the pixel's point of the plane at the target, or along the view.
    const [from, along] = eye.finite ? [eye.at, sub3(flat, eye.at)] : [flat, eye.at];
    const slope = dot3(normal, along);
    if (Math.abs(slope) < 1e-9) return null;
    const point = add3(from, scale3(dot3(normal, sub3(corners[0] as Vec3, from)) / slope, along));
    const depth = apply3(camera.rotation, point)[2];
    return camera.eye === Number.POSITIVE_INFINITY ? depth / 7 : nearness(camera, depth);
  };
  const check = (pixel: Vec2, own: { at: number; nearness: number } | null) => {
    let last = { at: -1, near: Number.NEGATIVE_INFINITY };
    order.forEach((solid, at) => {
      if (solid.kind !== "face") return;
      const near = hit(solid, pixel);
      if (near === null) return;
      if (own && Math.abs(near - own.nearness) > 2e-3 && at > own.at !== near > own.nearness)
        expect.fail(`face ${at} and edge ${own.at} are drawn in the wrong order`);
      if (near - last.near < -2e-3) expect.fail(`face ${at} lies behind face ${last.at} and is drawn after it`);
      last = { at, near };
    });
  };
  for (const pixel of pixels) check(pixel, null);
  order.forEach((solid, at) => {
    if (solid.kind !== "edge") return;
    for (let k = 1; k < 6; k++) {
      const { at: pixel, nearness: near } = pixelOf(camera, lerp3(solid.from, solid.to, k / 6));
      check(pixel, { at, nearness: near });
    }
    order.forEach((other, later) => {
      if (other.kind !== "edge" || later <= at) return;
      const crossing = cross(camera, solid, other);
      if (crossing && crossing[0] - crossing[1] > 2e-3)
        expect.fail(`edge ${later} lies behind edge ${at}, drawn before it`);
    });
  });
}

/** Nearness of both edges where their pictures cross; null where they do not. */
function cross(camera: ReturnType<typeof pose>, p: Edge, q: Edge): Vec2 | null {
  const [a, b, c, d] = [p.from, p.to, q.from, q.to].map((v) => pixelOf(camera, v)) as [
    ReturnType<typeof pixelOf>,
    ReturnType<typeof pixelOf>,
    ReturnType<typeof pixelOf>,
    ReturnType<typeof pixelOf>,
  ];
  const turn = (b.at[0] - a.at[0]) * (d.at[1] - c.at[1]) - (b.at[1] - a.at[1]) * (d.at[0] - c.at[0]);
  if (Math.abs(turn) < 1) return null;
  const [x, y] = [c.at[0] - a.at[0], c.at[1] - a.at[1]];
  const s = (x * (d.at[1] - c.at[1]) - y * (d.at[0] - c.at[0])) / turn;
  const t = (x * (b.at[1] - a.at[1]) - y * (b.at[0] - a.at[0])) / turn;
  if (s < 0.01 || s > 0.99 || t < 0.01 || t > 0.99) return null;
  return [a.nearness + s * (b.nearness - a.nearness), c.nearness + t * (d.nearness - c.nearness)];
}

/** Evenly spread: doubles by their bits would nearly all lie at the origin. */
const between = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1e6 }).map((k) => low + ((high - low) * k) / 1e6);
const coordinate = between(-3, 3);
const point = fc.tuple(coordinate, coordinate, coordinate) as fc.Arbitrary<Vec3>;
const triangle = fc
  .tuple(point, point, point)
  .filter(([a, b, c]) => Math.hypot(...cross3(sub3(b, a), sub3(c, a))) > 0.5)
  .map((corners) => face("triangle", ...corners));
const segment = fc.tuple(point, point).map(([a, b]) => edge("edge", a, b));

describe("whatever the scene", () => {
  it("nothing that is farther is drawn over what is nearer", () => {
    fc.assert(
      fc.property(
        fc.array(triangle, { maxLength: 7 }),
        fc.array(segment, { maxLength: 12 }),
        between(-180, 180),
        between(-89, 89),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(800), fc.nat(600)), { minLength: 40, maxLength: 40 }),
        (faces, edges, azimuth, elevation, flat, pixels) => {
          const camera = pose(azimuth, elevation, flat ? "orthographic" : "perspective");
          expectNoneBehindDrawnLater(camera, depthOrder(camera, [...edges, ...faces]), pixels);
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it("no number that is not one is drawn, to 1e12 and down to nothing", () => {
    for (const size of [0, 1e-12, 1, 1e12, 1e300])
      for (const projection of ["perspective", "orthographic"] as const) {
        const solids: Solid[] = [
          edge("long", [0, 0, 0], [size, -size, size]),
          { ...edge("head", [0, size, 0], [size, 0, 0]), taper: [5, 0] },
          {
            ...face("wide", [0, 0, 0], [size, 0, 0], [size, size, size], [0, size, size]),
            look: { name: "wide", tone: "ink", fillOpacity: 0.2, veil: 0.3 },
          },
        ];
        const shapes = spacePicture(pose(30, 20, projection), solids);
        expect(JSON.stringify(shapes)).not.toMatch(/NaN|Infinity|null/);
      }
  });

  it("costs a frame less than 4 ms for 12 faces and 80 edges", () => {
    const random = (seed: number) => Math.sin(seed * 12.9898) * 3;
    const at = (k: number): Vec3 => [random(k), random(k + 0.3), random(k + 0.7)];
    const solids: Solid[] = [
      ...Array.from({ length: 12 }, (_, k) => face("f", at(k), at(k + 20), at(k + 40))),
      ...Array.from({ length: 80 }, (_, k) => edge(`e${k}`, at(k + 100), at(k + 200))),
    ];
    const camera = pose(30, 20);
    for (let k = 0; k < 30; k++) spacePicture(camera, solids);
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      spacePicture(camera, solids);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(4);
    console.info(`spacePicture of 12 faces and 80 edges: ${Math.min(...times).toFixed(2)} ms`);
  });
});
