import { useLayoutEffect, useRef } from "react";
import { listen } from "../../../scene/listen";
import { MarkLayer } from "../../../scene/MarkLayer";
import { Stage } from "../../../scene/Stage";
import { commit } from "../../../state/history";
import { store, update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { LiveText } from "../../../ui/LiveText";
import { Segmented } from "../../../ui/Segmented";
import { attachRowKeys } from "../rowKeys";
import { rows } from "../sources";
import overlay from "../views/overlay.module.css";
import { columnsOf } from "./barShapes";
import { shapes } from "./loadingShapes";
import { description, form, ks, names, notes, shown, size, titles } from "./sources";

const FORMS = [
  { value: "bars", label: "Bars" },
  { value: "sorted", label: "By size" },
  { value: "circle", label: "Circle" },
] as const;

const attachKeys = attachRowKeys(() => [...Array(rows.get().rows).keys()]);

/** The component whose column of bars is pointed at is lit in the scree and the tables too. */
function attachSpotlight(node: HTMLElement): () => void {
  const light = (spotlight: number | null) => {
    if (store.getState().spotlight !== spotlight) store.setState({ spotlight });
  };
  const stop = listen(node, {
    pointermove({ clientX }) {
      if (form.get() === "circle") return;
      const { left, across } = columnsOf(size.get(), { rows: shown.get(), names: names.get(), titles: titles.get() });
      const x = clientX - node.getBoundingClientRect().left;
      const at = left.findIndex((edge) => x >= edge && x < edge + across);
      light(at < 0 ? null : (ks.get()[at] ?? null));
    },
    pointerleave: () => light(null),
  });
  return () => {
    light(null);
    stop();
  };
}

/** What the components are made of: their loadings as bars, or as arrows in the circle of correlations. */
export function LoadingStage() {
  const surface = useRef<HTMLDivElement>(null);
  const now = useParameter((s) => s.pca.loadingForm);
  useLayoutEffect(() => (surface.current ? attachSpotlight(surface.current) : undefined), []);
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage label="Loadings of the features" description={description} onResize={size.set} panZoom={attachKeys}>
          <MarkLayer shapes={shapes} />
        </Stage>
      </div>
      <div className={overlay.tools}>
        <Segmented
          label="Form of the loadings"
          value={now}
          options={FORMS}
          onChange={(value) => commit(() => update("pca", { loadingForm: value }))}
        />
      </div>
      <LiveText className={overlay.notes} source={notes} />
    </div>
  );
}
