import { useCallback, useRef } from "react";
import type { Picture } from "../../../data/picture";
import { DRAWN, PHOTOGRAPHS, SIDE } from "../../../data/pictures";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { FileButton } from "../../../ui/FileButton";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { Table } from "../../../ui/Table";
import { useSource } from "../../../ui/useSource";
import { errorWords, fullRank, grouped, percent, pictureNumbers, psnr, shapeOf, storedNumbers } from "../model";
import { openFile } from "../openFile";
import { isOwn, nameOf } from "../pictures";
import { error, factoring, frame, kept, layers, picture, shown, spectral, whenKnown } from "../sources";
import { PictureChoice } from "./PictureChoice";
import { paintImage, type Rgba } from "./paintImage";
import css from "./SvdInspector.module.css";

const norm = derive([spectral], (p) => p?.norm ?? 0);
const tail = derive([spectral, shown], (p, k) => p?.tail[Math.min(k, p.s.length)] ?? 0);
const decibels = derive([picture, error, norm], (p, e, n) => (p ? psnr(p, e, n) : 0));
const text = {
  size: derive([picture], (p) => (p ? `${shapeOf(p).rows} × ${shapeOf(p).cols}` : "")),
  rank: derive([shown, picture], (k, p) => (p ? `${k} of ${fullRank(p)}` : "")),
  numerical: derive([spectral], (p) =>
    p ? (p.numericalRank === null ? `${p.s.length} or more` : String(p.numericalRank)) : "",
  ),
  stored: derive([picture, shown], (p, k) =>
    p ? `${k} · (${shapeOf(p).rows} + ${shapeOf(p).cols} + 1) = ${grouped(storedNumbers(p, k))}` : "",
  ),
  whole: derive([picture], (p) => (p ? grouped(pictureNumbers(p)) : "")),
  ratio: derive([picture, shown], (p, k) => {
    if (!p || k === 0) return "nothing is stored";
    const ratio = pictureNumbers(p) / storedNumbers(p, k);
    return ratio >= 1 ? `${formatNumber(ratio)} times fewer` : `${formatNumber(1 / ratio)} times more`;
  }),
  energy: derive([kept], percent),
  measured: derive([error, norm], errorWords),
  tail: derive([tail, norm], errorWords),
  relative: derive([error, norm], (e, n) => (n === 0 ? "0" : `${formatNumber((100 * e) / n, 100)} %`)),
  psnr: derive([decibels], (d) => (d === Number.POSITIVE_INFINITY ? "exact" : `${formatNumber(d)} dB`)),
};

const numbers = Object.fromEntries(
  Object.entries(text).map(([name, words]) => [name, whenKnown(words)]),
) as typeof text;
/** Every digit, for the cells' titles; none before there is a number. */
const digits = {
  kept: derive([spectral, kept], (s, part) => (s ? part : null)),
  error: derive([frame, error], (f, e) => (f ? e : null)),
  tail: derive([spectral, tail], (s, t) => (s ? t : null)),
  decibels: derive([spectral, decibels], (s, d) => (s ? d : null)),
};

const SHOWN_LAYERS = 12;
const layerKeys = Array.from({ length: SHOWN_LAYERS }, (_, k) => k);
const layerImages = layerKeys.map((k) => derive([layers], (all): Rgba | null => all[k] ?? null));
const sigma = (k: number) => derive([spectral], (p) => formatNumber(p?.s[k] ?? 0, p?.s[0] ?? 1));
const share = (k: number) => derive([spectral], (p) => (p && p.norm > 0 ? percent(((p.s[k] ?? 0) / p.norm) ** 2) : ""));
const sum = (k: number) =>
  derive([spectral], (p) =>
    p && p.norm > 0 ? percent(1 - ((p.tail[Math.min(k + 1, p.s.length)] ?? 0) / p.norm) ** 2) : "",
  );
const layerRows = layerKeys.map((k) => ({ key: String(k), cells: [String(k + 1), sigma(k), share(k), sum(k)] }));
const known = derive([spectral], (p) => Math.min(SHOWN_LAYERS, p?.s.length ?? 0));

function Layer({ k }: { k: number }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const keptHere = derive([shown], (rank) => k < rank);
  const paintKept = useCallback((node: HTMLCanvasElement, is: boolean) => {
    node.dataset.kept = String(is);
  }, []);
  usePaint(ref, layerImages[k] ?? derive([layers], () => null), paintImage);
  usePaint(ref, useRef(keptHere).current, paintKept);
  return (
    <figure className={css.layer}>
      <canvas ref={ref} role="img" aria-label={`Layer ${k + 1}, its outer product`} />
      <figcaption>{k + 1}</figcaption>
    </figure>
  );
}

const THUMBNAILS = DRAWN.map(({ id, name, value }) => ({ id, name, points: { width: SIDE, height: SIDE, value } }));
const pointsOf = ({ width, height, channels, pixels }: Picture) => ({
  width,
  height,
  value: (i: number, j: number, c: number) => pixels[(i * width + j) * channels + (channels === 3 ? c : 0)] ?? 0,
});

export function SvdInspector() {
  const chosen = useParameter((s) => s.svd.picture);
  const here = useSource(picture);
  const count = useSource(known);
  const busy = useSource(factoring);
  const choose = (id: string) => commit(() => update("svd", { picture: id }));
  return (
    <>
      <Panel title="Picture">
        <fieldset className={css.choices} aria-label="Picture">
          {THUMBNAILS.map(({ id, name, points }) => (
            <PictureChoice key={id} name={name} chosen={id === chosen} points={points} onChoose={() => choose(id)} />
          ))}
          {PHOTOGRAPHS.map(({ id, name, file }) => (
            <PictureChoice key={id} name={name} chosen={id === chosen} file={`./${file}`} onChoose={() => choose(id)} />
          ))}
          {isOwn(chosen) && here?.id === chosen && (
            <PictureChoice
              key={chosen}
              name={nameOf(chosen)}
              chosen
              points={pointsOf(here)}
              onChoose={() => choose(chosen)}
            />
          )}
        </fieldset>
        <FileButton accept="image/*" inputLabel="Picture from a file" onFile={(file) => void openFile(file, file.name)}>
          Your own picture…
        </FileButton>
        <p className={css.note}>
          {here?.credit} Or drop a picture anywhere, or paste one: up to 1024 × 1024 pixels, larger ones are scaled
          down. It never leaves this page.
        </p>
        {here && here.notes.length > 0 && <p className={css.note}>{here.notes.join(" ")}</p>}
      </Panel>
      <div className={css.numbers} data-busy={busy || undefined}>
        <Panel title="What k layers keep">
          <ReadoutTable label="Numbers of the approximation">
            <Readout label={here?.channels === 1 ? "A, grey" : "A = [R | G | B]"} value={numbers.size} />
            <Readout label="rank k" value={numbers.rank} />
            <Readout label="numerical rank of A" value={numbers.numerical} />
            <Readout label="energy kept" value={numbers.energy} digits={digits.kept} tone="singular" />
            <Readout label="‖A − Aₖ‖, from the pixels" value={numbers.measured} digits={digits.error} />
            <Readout label="√Σσᵢ², i > k" value={numbers.tail} digits={digits.tail} tone="singular" />
            <Readout label="relative error" value={numbers.relative} />
            <Readout label="PSNR" value={numbers.psnr} digits={digits.decibels} />
          </ReadoutTable>
          <p className={css.note}>
            Norms are Frobenius. The PSNR is of A<sub>k</sub> itself, before its entries are clamped to 0…1 for the
            screen.
          </p>
        </Panel>
        <Panel title="Numbers to store">
          <ReadoutTable label="Numbers to store">
            <Readout label="k layers" value={numbers.stored} />
            <Readout label="the picture" value={numbers.whole} />
            <Readout label="so" value={numbers.ratio} />
          </ReadoutTable>
        </Panel>
        <Panel title="First layers σᵢuᵢvᵢᵀ">
          <div className={css.layers}>
            {layerKeys.slice(0, count).map((k) => (
              <Layer key={k} k={k} />
            ))}
          </div>
          <p className={css.note}>Mid-grey is zero; each is scaled to its own largest entry.</p>
          <Table
            caption="Singular values"
            columns={[
              { key: "i", label: "i" },
              { key: "sigma", label: "σᵢ", numeric: true },
              { key: "share", label: "energy", numeric: true },
              { key: "sum", label: "up to i", numeric: true },
            ]}
            rows={layerRows.slice(0, count)}
          />
        </Panel>
      </div>
    </>
  );
}
