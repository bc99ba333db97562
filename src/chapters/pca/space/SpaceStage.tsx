import { useRef } from "react";
import { MarkLayer } from "../../../scene/MarkLayer";
import { attachOrbit } from "../../../scene/orbit";
import { attachPointHover } from "../../../scene/pointHover";
import { SpacePointsLayer } from "../../../scene/SpacePointsLayer";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { attachStroke } from "../../../scene/strokeGesture";
import { useAttached } from "../../../scene/useAttached";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import { AxisPictures } from "../pixels/AxisPictures";
import { hovered, pinned, which } from "../sources";
import { toolStroke } from "../toolStroke";
import { ClassLegend } from "../views/ClassLegend";
import overlay from "../views/overlay.module.css";
import { PointCard, placeOn } from "../views/PointCard";
import { ToolBar } from "../views/ToolBar";
import { surface3 } from "./hand3";
import { PointHandle3 } from "./PointHandle3";
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
const stroke = toolStroke(surface3);
const hover = {
  find: surface3.find,
  onHover: hovered.set,
  onPick: (row: number) => commit(() => update("pca", { point: row === pinned.get() ? 0 : row + 1 })),
};
const place = placeOn(camera, surface3, points3);
const gestures = [
  (node: HTMLElement) => attachPointHover(node, hover),
  (node: HTMLElement) => attachStroke(node, stroke),
];

/** The components on the axes, in the view that shows their scores. */
const onScores = derive([which, trio], (view, ks) => (view === "scores" ? ks : null));

/** The points on three axes, turned by hand. */
export function SpaceStage() {
  const surface = useRef<HTMLDivElement>(null);
  useAttached(surface, gestures);
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
          {found && <PointHandle3 />}
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
          <ToolBar />
          <ClassLegend />
          <LiveText className={overlay.notes} source={notes3} />
        </>
      )}
    </div>
  );
}
