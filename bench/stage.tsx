// What bench/render measures as ours: the app's own stage with grid, axes, vectors, ellipse, hover and picking. Nothing is left out that a chapter has.
import { useLayoutEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import "../src/app/tokens.css";
import { apply2, apply3, IDENTITY2, type Mat2, type Mat3, type Vec2, type Vec3 } from "../src/math";
import { type Camera3d, project, turntable } from "../src/scene/camera3d";
import { Handle } from "../src/scene/Handle";
import { MarkLayer } from "../src/scene/MarkLayer";
import { axisTicks } from "../src/scene/marks/axisTicks";
import { ellipse } from "../src/scene/marks/ellipse";
import { axes, grid } from "../src/scene/marks/grid";
import { closedPath, openPath } from "../src/scene/marks/pathData";
import { vector } from "../src/scene/marks/vector";
import { findInSpace } from "../src/scene/nearestInSpace";
import { findInPlane } from "../src/scene/nearestPoint";
import { PointsLayer } from "../src/scene/PointsLayer";
import { attachPointHover, type PointFinder } from "../src/scene/pointHover";
import { SpaceHandle } from "../src/scene/SpaceHandle";
import { SpacePointsLayer } from "../src/scene/SpacePointsLayer";
import { Stage } from "../src/scene/Stage";
import { pathShape, type Shape } from "../src/scene/shape";
import { cell, constant, derive, type Source } from "../src/scene/source";
import { toPixel, type View2d, view2d } from "../src/scene/view2d";
import { azimuth, ELEVATION, HALF, planeMove, spaceMove } from "./render/motion.js";

const size = cell({ width: 800, height: 600 });
const view = derive([size], (box) => view2d(box, [0, 0], 2 * HALF));
const hovered = cell(-1);
const RING = { name: "hovered", tone: "ink", width: 1.5 };

/** Mounts the stage and answers the painter of frame k; with a handle the first column can be dragged, as bench/drag does. */
export default async function mount(
  box: Element,
  points: Float32Array,
  dimension: 2 | 3,
  withHandle: boolean,
): Promise<(k: number) => void> {
  const picture = dimension === 2 ? plane(points, withHandle) : space(points, withHandle);
  const surface = await new Promise<HTMLElement>((ready) => {
    createRoot(box).render(<Picture {...picture} onReady={ready} />);
  });
  const { left, top } = surface.getBoundingClientRect();
  // The pointer rests on the stage, so what lies under it is another point in each frame.
  const rest = { clientX: left + 430, clientY: top + 280, pointerType: "mouse", bubbles: true };
  return (k) => {
    picture.step(k);
    surface.dispatchEvent(new PointerEvent("pointermove", rest));
  };
}

interface PictureProps {
  readonly under: React.ReactNode;
  readonly over: React.ReactNode;
  readonly find: PointFinder;
  readonly step: (k: number) => void;
}

function Picture({ under, over, find, onReady }: PictureProps & { readonly onReady: (surface: HTMLElement) => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = ref.current;
    if (!node) return;
    onReady(node);
    return attachPointHover(node, { find, onHover: hovered.set, onPick: () => {} });
  }, [find, onReady]);
  return (
    <div ref={ref} style={{ width: 800, height: 600 }}>
      <Stage
        label="A cloud in motion"
        description={constant("Points moved by a matrix that changes in every frame.")}
        onResize={size.set}
        panZoom={panZoom}
        under={under}
      >
        {over}
      </Stage>
    </div>
  );
}
const panZoom = { view: view.get, onStart: () => {}, onMove: () => {}, onEnd: () => {}, onHome: () => {} };

const ticks = derive([view], (v) => axisTicks(v, "x", "y"));

const gesture = { onStart: () => {}, onEnd: () => {}, onCancel: () => {} };
const inWords = (at: readonly number[]) => at.join(", ");

const ringAt = (at: Vec2 | undefined): Shape =>
  pathShape(at ? closedPath(Array.from({ length: 24 }, (_, k) => turned(at, (k * Math.PI) / 12))) : "", RING);
const turned = ([x, y]: Vec2, angle: number): Vec2 => [x + 8 * Math.cos(angle), y + 8 * Math.sin(angle)];

function plane(xy: Float32Array, withHandle: boolean): PictureProps {
  const move = cell<Mat2>(IDENTITY2);
  const marks = derive([view, move, hovered], (v: View2d, m, row): readonly Shape[] => [
    grid(v, IDENTITY2, { name: "ghost", tone: "grid-ghost" }),
    axes(v, { name: "axes", tone: "axis" }),
    grid(v, m, { name: "grid", tone: "grid-moved" }),
    ellipse(v, m, { name: "ellipse", tone: "singular", width: 2 }),
    ...vector(v, [0, 0], [m[0], m[2]], { name: "i", tone: "basis-i", width: 3 }),
    ...vector(v, [0, 0], [m[1], m[3]], { name: "j", tone: "basis-j", width: 3 }),
    ringAt(row < 0 ? undefined : toPixel(v, apply2(m, [xy[2 * row] ?? 0, xy[2 * row + 1] ?? 0]))),
  ]);
  return {
    step: (k) => move.set(planeMove(k)),
    find: findInPlane(view.get, () => xy, move.get),
    under: <PointsLayer view={view} cloud={constant({ xy, classes: null })} move={move} />,
    over: (
      <>
        <MarkLayer shapes={marks} />
        <MarkLayer shapes={ticks} />
        {withHandle && (
          <Handle
            name="First column"
            tone="basis-i"
            view={view}
            position={derive([move], (m): Vec2 => [m[0], m[2]])}
            inWords={inWords}
            gesture={{ ...gesture, onMove: ([x, y]: Vec2) => move.set([x, move.get()[1], y, move.get()[3]]) }}
          />
        )}
      </>
    ),
  };
}

function space(xyz: Float32Array, withHandle: boolean): PictureProps {
  const move = cell<Mat3>([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const turn = cell(0);
  const camera = derive([view, turn], (v, degrees): Camera3d => {
    const { width, height, unit } = v;
    return {
      width,
      height,
      unit: unit * 0.9,
      rotation: turntable(degrees, ELEVATION),
      target: [0, 0, 0],
      eye: 3 * HALF,
    };
  });
  const shapes: Source<readonly Shape[]> = derive([camera, move, hovered], (from, m, row) => {
    const line = (a: Vec3, b: Vec3) => {
      const ends = [project(from, a), project(from, b)].flatMap((seen) => (seen ? [seen.at] : []));
      return openPath(ends);
    };
    const steps = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
    const ground = steps.map((k) => line([k, -4, 0], [k, 4, 0]) + line([-4, k, 0], [4, k, 0])).join("");
    const column = (k: 0 | 1 | 2, name: string, tone: string) =>
      pathShape(line([0, 0, 0], [m[k], m[k + 3] ?? 0, m[k + 6] ?? 0]), { name, tone, width: 3 });
    const at =
      row < 0 ? null : project(from, apply3(m, [xyz[3 * row] ?? 0, xyz[3 * row + 1] ?? 0, xyz[3 * row + 2] ?? 0]));
    return [
      pathShape(ground, { name: "ground", tone: "grid-moved", width: 1 }),
      pathShape(line([-4, 0, 0], [4, 0, 0]) + line([0, -4, 0], [0, 4, 0]) + line([0, 0, -4], [0, 0, 4]), {
        name: "axes",
        tone: "muted",
      }),
      column(0, "i", "basis-i"),
      column(1, "j", "basis-j"),
      column(2, "k", "singular"),
      ringAt(at?.at),
    ];
  });
  return {
    step: (k) => {
      move.set(spaceMove(k));
      turn.set(azimuth(k));
    },
    find: findInSpace(camera.get, () => xyz, move.get),
    under: <SpacePointsLayer camera={camera} cloud={constant({ xyz, classes: null })} move={move} />,
    over: (
      <>
        <MarkLayer shapes={shapes} />
        {withHandle && (
          <SpaceHandle
            name="First column"
            tone="basis-i"
            camera={camera}
            position={derive([move], (m): Vec3 => [m[0], m[3], m[6]])}
            inWords={inWords}
            gesture={{
              ...gesture,
              onMove: ([x, y, z]: Vec3) => {
                const [, b, c, , e, f, , h, i] = move.get();
                move.set([x, b, c, y, e, f, z, h, i]);
              },
            }}
          />
        )}
      </>
    ),
  };
}
