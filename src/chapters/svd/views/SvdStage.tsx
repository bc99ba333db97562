import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { derive, type Source } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import type { Size } from "../../../scene/view2d";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Button } from "../../../ui/Button";
import { LiveText } from "../../../ui/LiveText";
import { Segmented } from "../../../ui/Segmented";
import { useSource } from "../../../ui/useSource";
import { client, followPicture, pictureView, reopen, stage } from "../sources";
import { paintImage, type Rgba } from "./paintImage";
import { SpectrumChart } from "./SpectrumChart";
import css from "./SvdStage.module.css";
import { description, holding, large, original, residual, residualWords, size, title } from "./stagePicture";

const STAGES = {
  approximating: "factoring…",
  refining: "approximate; computing exactly…",
  approximate: "approximate",
  exact: "exact",
  failed: "stopped",
} as const;

/** Crisp squares only where each is several pixels wide: at less, some would be wider than others. */
function paintLarge(canvas: HTMLCanvasElement, { image, box }: { image: Rgba | null; box: Size }): void {
  paintImage(canvas, image);
  if (!image) return;
  const magnified = Math.min(box.width / image.width, box.height / image.height);
  canvas.dataset.magnified = String(magnified >= 2);
}

function Thumbnail({
  image,
  label,
  words,
}: {
  image: Source<Rgba | null>;
  label: string;
  words: Source<string> | string;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  usePaint(ref, image, paintImage);
  return (
    <figure className={css.thumbnail}>
      <canvas ref={ref} role="img" aria-label={label} />
      <figcaption>{typeof words === "string" ? words : <LiveText source={words} />}</figcaption>
    </figure>
  );
}

/** The original for as long as it is pressed. */
function attachHold(node: HTMLElement): () => void {
  const press = (event: PointerEvent) => {
    if (event.button === 0) holding.set(true);
  };
  const release = () => holding.set(false);
  const noMenu = (event: Event) => event.preventDefault();
  node.addEventListener("pointerdown", press);
  node.addEventListener("contextmenu", noMenu);
  addEventListener("pointerup", release);
  addEventListener("pointercancel", release);
  return () => {
    release();
    node.removeEventListener("pointerdown", press);
    node.removeEventListener("contextmenu", noMenu);
    removeEventListener("pointerup", release);
    removeEventListener("pointercancel", release);
  };
}

export function SvdStage() {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const mode = useParameter((s) => s.svd.compare);
  const now = useSource(stage);
  useEffect(() => followPicture(), []);
  useLayoutEffect(() => (canvas.current ? attachHold(canvas.current) : undefined), []);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => size.set({ width: node.clientWidth, height: node.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  usePaint(canvas, large, paintLarge);
  const paintWords = useCallback((node: HTMLElement, text: string) => {
    node.textContent = text;
  }, []);
  usePaint(words, description, paintWords);
  const reason = useSource(pictureReason);
  return (
    <div className={css.stage} data-busy={now === "approximating" || now === "failed" || undefined}>
      <div className={css.bar}>
        <Segmented
          label="What is shown"
          value={mode}
          options={[
            { value: "reconstruction", label: "Rank k" },
            { value: "original", label: "Original" },
            { value: "residual", label: "Residual" },
          ]}
          onChange={(value) => commit(() => update("svd", { compare: value }))}
        />
        <span className={css.title}>
          <LiveText source={title} />
        </span>
        <span className={css.state} data-stage={now}>
          <span role="status">{STAGES[now]}</span>
          {now === "refining" && <Button onClick={client.cancel}>Cancel</Button>}
          {now === "approximate" && <Button onClick={() => void client.refine()}>Compute exactly</Button>}
          {now === "failed" && <Button onClick={reopen}>Try again</Button>}
        </span>
      </div>
      {now === "failed" && <p className={css.reason}>{reason}</p>}
      <div className={css.pictures}>
        <div ref={box} className={css.large}>
          <canvas
            ref={canvas}
            role="img"
            aria-label="The picture"
            aria-describedby="svd-in-words"
            title="Press to see the original"
          />
        </div>
        <div className={css.beside}>
          <Thumbnail image={original} label="The original picture" words="A, the original" />
          <Thumbnail image={residual} label="What the kept layers lack" words={residualWords} />
        </div>
      </div>
      <p id="svd-in-words" ref={words} className={css.words} />
      <SpectrumChart />
    </div>
  );
}

const pictureReason = derive([pictureView], ({ reason }) => reason);
