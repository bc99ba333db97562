import { useLayoutEffect, useRef } from "react";
import { pixelOf } from "../../../scene/camera3d";
import { MarkLayer } from "../../../scene/MarkLayer";
import { findInSpace } from "../../../scene/nearestInSpace";
import { attachOrbit } from "../../../scene/orbit";
import { attachPointHover } from "../../../scene/pointHover";
import { SpacePointsLayer } from "../../../scene/SpacePointsLayer";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import { AxisPictures } from "../pixels/AxisPictures";
import { hovered, pinned, told, which } from "../sources";
import { ClassLegend } from "../views/ClassLegend";
import overlay from "../views/overlay.module.css";
import { type CardPlace, PointCard } from "../views/PointCard";
import { camera, cloud3, homeCamera, lacks, points3, pose, setCamera, size3, trio } from "./sources";
import { shapes3 } from "./spaceShapes";
import { description3, notes3 } from "./spaceWords";

const orbitOptions = {
  pose: pose.get,
  onStart: beginGesture,
  onMove: setCamera,
  onEnd: endGesture,
  onHome: homeCamera,
};
const orbit = (svg: SVGSVGElement) => attachOrbit(svg, orbitOptions);
const inSpace = findInSpace(camera.get, points3.get);
const hover = {
  find: inSpace,
  onHover: hovered.set,
  onPick: (row: number) => commit(() => update("pca", { point: row === pinned.get() ? 0 : row + 1 })),
};
const place = derive(
  [camera, points3, told],
  (v, xyz, row): CardPlace => ({
    v,
    at: pixelOf(v, [xyz[3 * row] ?? 0, xyz[3 * row + 1] ?? 0, xyz[3 * row + 2] ?? 0]).at,
  }),
);

/** The components on the axes, in the view that shows their scores. */
const onScores = derive([which, trio], (view, ks) => (view === "scores" ? ks : null));

/** The points on three axes, turned by hand. */
export function SpaceStage() {
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (surface.current ? attachPointHover(surface.current, hover) : undefined), []);
  const found = useSource(lacks) === "";
  const scored = useSource(onScores);
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="The points and their principal components in space"
          description={description3}
          onResize={size3.set}
          panZoom={orbit}
          under={found && <SpacePointsLayer camera={camera} cloud={cloud3} />}
        >
          <MarkLayer shapes={shapes3} />
        </Stage>
        {scored && <AxisPictures on={scored} />}
        {found ? (
          <PointCard place={place} />
        ) : (
          <p className={overlay.empty}>
            <LiveText source={lacks} />
          </p>
        )}
      </div>
      {found && (
        <>
          <ClassLegend />
          <LiveText className={overlay.notes} source={notes3} />
        </>
      )}
    </div>
  );
}
