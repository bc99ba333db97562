import type { Vec2, Vec3 } from "../../../../math";
import { Handle } from "../../../../scene/Handle";
import { MarkLayer } from "../../../../scene/MarkLayer";
import { attachOrbit, type Turn } from "../../../../scene/orbit";
import { PointsLayer } from "../../../../scene/PointsLayer";
import { SpaceHandle } from "../../../../scene/SpaceHandle";
import { SpacePointsLayer } from "../../../../scene/SpacePointsLayer";
import { Stage } from "../../../../scene/Stage";
import { derive } from "../../../../scene/source";
import { beginGesture, cancelGesture, commit, endGesture } from "../../../../state/history";
import { update } from "../../../../state/store";
import { useParameter } from "../../../../state/useParameter";
import { useSource } from "../../../../ui/useSource";
import { lit } from "../../sources";
import { EigenCard, eigenCardWords } from "../../views/EigenCard";
import { flatCloud } from "../flatCloud";
import { planeShapesNow, spaceShapesNow } from "../pictures";
import { snapToEigenspace } from "../snap3";
import {
  camera,
  cloud3,
  lambda3,
  name3,
  planeSize,
  planeView,
  pose,
  reading3,
  setColumn3,
  setResult3,
  setX,
  shape,
  shown3,
  shownAx3,
  shownColumns,
  spaceSentence,
  spaceSize,
  x3,
} from "../sources";
import { homeView, setTurn } from "../turn";
import { placeWords, stageTitles } from "../words";
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

const lighting = (about: string) => (on: boolean) => lit.set(on ? about : null);
const pointed = { x: lighting("x"), Ax: lighting("Ax") };
const onPoints = ["i", "j", "k"].map(lighting);
const gestures = { onStart: beginGesture, onEnd: endGesture, onCancel: cancelGesture };
const onColumn = ([0, 1, 2] as const).map((j) => ({ ...gestures, onMove: (to: Vec3) => setColumn3(j, to) }));
const onX = {
  ...gestures,
  onMove: (to: Vec3, { alt }: { alt: boolean }) => {
    const { square } = reading3.get();
    setX(alt || !square ? to : snapToEigenspace(to, square.eig));
  },
};
const onResult = { ...gestures, onMove: setResult3 };
const lifted = ([x, y]: Vec2): Vec3 => [x, y, 0];
const onFlatColumn = ([0, 1, 2] as const).map((j) => ({
  ...gestures,
  onMove: (to: Vec2) => setColumn3(j, lifted(to)),
}));
const onFlatResult = { ...gestures, onMove: (to: Vec2) => setResult3(lifted(to)) };
const onFlatX = { ...gestures, onMove: (to: Vec2) => setX(lifted(to)) };
const flat = ([x, y]: Vec3): Vec2 => [x, y];
const flatColumns = shownColumns.map((column) => derive([column], flat));
const flatResult = derive([shownAx3], flat);
const flatX = derive([x3], flat);

const card = derive([lambda3, reading3, name3], (value, { scale }, a) => eigenCardWords(value, scale, a));

const NAMES = ["Image of î, first column of A", "Image of ĵ, second column of A", "Image of k̂, third column of A"];
const TONES = ["basis-i", "basis-j", "basis-k"];

/** Space under A, of a matrix that is not square beside the plane that it comes from or goes to. */
export function SpaceStage() {
  const now = useSource(shape);
  const called = useSource(name3);
  const data = useParameter((s) => s.transform.showData);
  const space = (
    <Stage
      label={
        now === "3x3"
          ? `Space and its image under ${called}`
          : now === "3x2"
            ? "Space, where A lays the plane"
            : "Space, before A"
      }
      description={spaceSentence}
      onResize={spaceSize.set}
      panZoom={orbit}
      under={
        data && (
          <SpacePointsLayer
            camera={camera}
            cloud={cloud3}
            move={now === "2x3" ? undefined : shown3}
            opacity={0.6}
            size={0.75}
          />
        )
      }
    >
      <MarkLayer shapes={spaceShapesNow} />
      {now !== "2x3" && (
        <SpaceHandle
          name="Result Ax"
          tone="ink"
          camera={camera}
          position={shownAx3}
          inWords={placeWords}
          gesture={onResult}
          onPoint={pointed.Ax}
        />
      )}
      {now !== "3x2" && (
        <SpaceHandle
          name="Vector x"
          tone="ink"
          camera={camera}
          position={x3}
          inWords={placeWords}
          gesture={onX}
          onPoint={pointed.x}
        />
      )}
      {now !== "2x3" &&
        shownColumns
          .slice(0, now === "3x3" ? 3 : 2)
          .map((position, j) => (
            <SpaceHandle
              key={NAMES[j]}
              name={NAMES[j] ?? ""}
              tone={TONES[j] ?? "ink"}
              camera={camera}
              position={position}
              inWords={placeWords}
              gesture={onColumn[j] ?? onX}
              onPoint={onPoints[j]}
            />
          ))}
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
      under={data && <PointsLayer view={planeView} cloud={flatCloud} opacity={0.6} size={0.75} />}
    >
      <MarkLayer shapes={planeShapesNow} />
      {now === "3x2" && (
        <Handle
          name="Vector x"
          tone="ink"
          view={planeView}
          position={flatX}
          inWords={placeWords}
          gesture={onFlatX}
          onPoint={pointed.x}
        />
      )}
      {now === "2x3" && (
        <Handle
          name="Result Ax"
          tone="ink"
          view={planeView}
          position={flatResult}
          inWords={placeWords}
          gesture={onFlatResult}
          onPoint={pointed.Ax}
        />
      )}
      {now === "2x3" &&
        flatColumns.map((position, j) => (
          <Handle
            key={NAMES[j]}
            name={NAMES[j] ?? ""}
            tone={TONES[j] ?? "ink"}
            view={planeView}
            position={position}
            inWords={placeWords}
            gesture={onFlatColumn[j] ?? onFlatX}
            onPoint={onPoints[j]}
          />
        ))}
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
