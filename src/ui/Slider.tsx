import { Slider as Base } from "@base-ui/react/slider";
import { type ReactNode, useId, useMemo } from "react";
import { formatFixed } from "./formatNumber";
import css from "./Slider.module.css";
import { linearScale, logScale } from "./sliderScale";
import type { Source } from "./source";
import { useSource } from "./useSource";

export type SliderProps = {
  label: ReactNode;
  /** The name for screen readers where `label` is not plain text. */
  name?: string;
  /** Shows only the track; the name is still spoken. */
  bare?: boolean;
  value: number;
  min: number;
  max: number;
  /** Ignored when `log`: there the travel has 1000 positions. */
  step?: number;
  log?: boolean;
  format?(value: number): string;
  /** During the gesture, for every change. */
  onChange(value: number): void;
  /** Once, at the gesture's end. */
  onCommit?(): void;
  disabled?: boolean;
};

/** A number in a range. Arrow keys move by a step, Shift or Page keys by ten. */
export function Slider(props: SliderProps) {
  const { min, max, step = 0.01, log = false, format = formatFixed } = props;
  const id = useId();
  const scale = useMemo(() => (log ? logScale(min, max) : linearScale(min, max, step)), [log, min, max, step]);
  const text = format(props.value);
  const name = props.name ?? (typeof props.label === "string" ? props.label : undefined);
  return (
    <Base.Root
      className={props.bare ? css.bare : css.slider}
      value={scale.toPosition(props.value)}
      min={scale.min}
      max={scale.max}
      step={scale.step}
      largeStep={scale.step * 10}
      disabled={props.disabled}
      onValueChange={(position) => props.onChange(scale.toValue(position))}
      onValueCommitted={() => props.onCommit?.()}
    >
      {!props.bare && (
        <span className={css.head}>
          <span id={id}>{props.label}</span>
          <span className={css.value}>{text}</span>
        </span>
      )}
      <Base.Control className={css.control}>
        <Base.Track className={css.track}>
          <Base.Indicator className={css.fill} />
          <Base.Thumb
            className={css.thumb}
            aria-label={name}
            aria-labelledby={name === undefined ? id : undefined}
            getAriaValueText={() => text}
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}

/** A slider that follows a source: only this leaf renders as the value plays on. */
export function LiveSlider({ source, ...rest }: Omit<SliderProps, "value"> & { source: Source<number> }) {
  return <Slider {...rest} value={useSource(source)} />;
}
