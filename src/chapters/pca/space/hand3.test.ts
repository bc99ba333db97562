import fc from "fast-check";
import { expect, it } from "vitest";
import { camera3d, project } from "../../../scene/camera3d";
import { pixelsOf } from "./hand3";

it("sees each point where the camera projects it, and none behind the eye", () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 20 }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.constantFrom("perspective" as const, "orthographic" as const),
      (points, azimuth, elevation, projection) => {
        const camera = {
          ...camera3d({ width: 800, height: 600 }, { azimuth, elevation, span: 12, projection }),
          target: [1, -2, 0.5] as const,
        };
        const seen = pixelsOf(camera, Float32Array.from(points.flat()));
        points.forEach((point, row) => {
          const at = project(camera, point.map(Math.fround) as unknown as readonly [number, number, number])?.at;
          const [x, y] = [seen[2 * row] as number, seen[2 * row + 1] as number];
          // Near the plane of the eye pixels run to infinity, and single precision with them.
          if (!at || Math.hypot(...at) > 1e5) return;
          expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.05);
        });
        const behind = camera.rotation.slice(6).map((part, j) => (camera.target[j] as number) + 40 * part);
        if (projection === "perspective") expect(pixelsOf(camera, Float32Array.from(behind))[0]).toBeNaN();
      },
    ),
  );
});
