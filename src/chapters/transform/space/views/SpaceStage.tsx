import type { Vec2 } from "../../../../math";
import { MarkLayer } from "../../../../scene/MarkLayer";
import { attachOrbit, type Turn } from "../../../../scene/orbit";
import { PointsLayer } from "../../../../scene/PointsLayer";
import { SpacePointsLayer } from "../../../../scene/SpacePointsLayer";
import { Stage } from "../../../../scene/Stage";
import { derive } from "../../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../../state/history";
import { update } from "../../../../state/store";
import { useParameter } from "../../../../state/useParameter";
import { useSource } from "../../../../ui/useSource";
import { EigenCard, eigenCardWords } from "../../views/EigenCard";
import { flatCloud } from "../flatCloud";
import { planeShapesNow, spaceShapesNow } from "../pictures";
import {
  camera,
  cloud3,
  lambda3,
  name3,
  planeSize,
  planeView,
  pose,
  reading3,
  shape,
  shown3,
  spaceSentence,
  spaceSize,
} from "../sources";
import { homeView, setTurn } from "../turn";
import { stageTitles } from "../words";
import { FlatHandles } from "./FlatHandles";
import { SpaceHandles } from "./SpaceHandles";
import css from "./SpaceStage.module.css";

const orbitOptions = {
  pose: (): Turn => pose.get(),
  onStart: beginGesture,
  onMove: setTurn,
  onEnd: endGesture,
  onHome: homeView,
};
const orbit = (svg: SVGSVGElement) => attachOrbit(svg, orbitOptions);
const panZoom = {
  view: planeView.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("transform", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("transform", { centre: [0, 0], span: 0 })),
};
const DOTS = { opacity: 0.6, size: 0.75 };
const card = derive([lambda3, reading3, name3], (value, { scale }, a) => eigenCardWords(value, scale, a));

/** Space under A, of a matrix that is not square beside the plane that it comes from or goes to. */
export function SpaceStage() {
  const now = useSource(shape);
  const called = useSource(name3);
  const data = useParameter((s) => s.transform.showData);
  const labels = {
    "3x3": `Space and its image under ${called}`,
    "3x2": "Space, where A lays the plane",
    "2x3": "Space, before A",
  };
  const space = (
    <Stage
      label={labels[now]}
      description={spaceSentence}
      onResize={spaceSize.set}
      panZoom={orbit}
      under={
        data && <SpacePointsLayer camera={camera} cloud={cloud3} move={now === "2x3" ? undefined : shown3} {...DOTS} />
      }
    >
      <MarkLayer shapes={spaceShapesNow} />
      <SpaceHandles />
    </Stage>
  );
  if (now === "3x3")
    return (
      <div className={css.part}>
        {space}
        <EigenCard of={card} />
      </div>
    );
  const plane = (
    <Stage
      label={now === "3x2" ? "The plane, before A" : "The plane, where A brings space"}
      description={spaceSentence}
      onResize={planeSize.set}
      panZoom={panZoom}
      under={data && <PointsLayer view={planeView} cloud={flatCloud} {...DOTS} />}
    >
      <MarkLayer shapes={planeShapesNow} />
      <FlatHandles />
    </Stage>
  );
  const parts = now === "3x2" ? [plane, space] : [space, plane];
  const captions = stageTitles(now);
  return (
    <div className={now === "3x2" ? css.pair : `${css.pair} ${css.wide}`}>
      {parts.map((part, k) => (
        <div key={captions[k]} className={css.part}>
          {part}
          <p className={css.caption}>{captions[k]}</p>
        </div>
      ))}
    </div>
  );
}
