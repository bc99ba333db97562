import { useLayoutEffect, useRef } from "react";
import { Chip } from "../../../ui/Button";
import css from "./SvdInspector.module.css";

/** A picture that can be asked for the value of channel c at row i, column j. */
interface Points {
  readonly width: number;
  readonly height: number;
  readonly value: (i: number, j: number, c: number) => number;
}

interface Props {
  readonly name: string;
  readonly chosen: boolean;
  /** A drawn picture or the reader's own, read at a few points; else `file` is shown. */
  readonly points?: Points;
  readonly file?: string;
  readonly onChoose: () => void;
}

const SIDE = 56;

/** A picture to choose, small, with its name. */
export function PictureChoice({ name, chosen, points, file, onChoose }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const first = useRef(points);
  useLayoutEffect(() => {
    const [context, shown] = [ref.current?.getContext("2d"), first.current];
    if (!context || !shown) return;
    const image = context.createImageData(SIDE, SIDE);
    // The middle square, sampled: enough to know a picture by.
    const side = Math.min(shown.width, shown.height);
    const [left, top] = [(shown.width - side) / 2, (shown.height - side) / 2];
    for (let i = 0; i < SIDE; i++)
      for (let j = 0; j < SIDE; j++) {
        const x = Math.floor(left + ((j + 0.5) * side) / SIDE);
        const y = Math.floor(top + ((i + 0.5) * side) / SIDE);
        for (let c = 0; c < 3; c++) image.data[4 * (i * SIDE + j) + c] = shown.value(y, x, c);
        image.data[4 * (i * SIDE + j) + 3] = 255;
      }
    context.putImageData(image, 0, 0);
  }, []);
  return (
    <span className={css.choice} data-chosen={chosen || undefined}>
      <Chip selected={chosen} onClick={onChoose}>
        {file ? (
          <img src={file} alt="" width={SIDE} height={SIDE} />
        ) : (
          <canvas ref={ref} width={SIDE} height={SIDE} aria-hidden />
        )}
        <span>{name}</span>
      </Chip>
    </span>
  );
}
