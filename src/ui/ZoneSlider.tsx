import { Slider as Base } from "@base-ui/react/slider";
import type { CSSProperties } from "react";
import { formatFixed } from "./formatNumber";
import type { Source } from "./source";
import { useSource } from "./useSource";
import css from "./ZoneSlider.module.css";

export type Zone = {
  /** What it means to stand here; part of what a screen reader hears. */
  name: string;
  tone: "plain" | "good" | "warn" | "bad";
  /** Where it ends; it begins where the one before ends. */
  to: number;
};

export type ZoneTick = {
  at: number;
  text: string;
  /** Above the track, where it stays clear of the numbers below. */
  above?: boolean;
};

export type ZoneSliderProps = {
  /** The name for screen readers. */
  label: string;
  source: Source<number>;
  min: number;
  max: number;
  step: number;
  /** In order, the last ending at `max`. */
  zones: readonly Zone[];
  ticks: readonly ZoneTick[];
  format?(value: number): string;
  /** During the gesture, for every change. */
  onChange(value: number): void;
  /** Once, at the gesture's end. */
  onCommit?(): void;
};

/** A slider whose track shows what each part of the range means. A value past the end leaves the thumb there, and is still said. */
export function ZoneSlider(props: ZoneSliderProps) {
  const { min, max, zones, ticks, format = formatFixed } = props;
  const value = useSource(props.source);
  const part = (at: number) => (at - min) / (max - min);
  const zone = zones.find(({ to }) => value <= to) ?? zones.at(-1);
  const above = ticks.some((tick) => tick.above);
  return (
    <Base.Root
      className={css.slider}
      data-above={above || undefined}
      value={Math.min(max, Math.max(min, value))}
      min={min}
      max={max}
      step={props.step}
      largeStep={props.step * 10}
      onValueChange={(to) => props.onChange(to)}
      onValueCommitted={() => props.onCommit?.()}
    >
      <Base.Control className={css.control}>
        <Base.Track className={css.track}>
          <span className={css.zones} aria-hidden>
            {zones.map(({ name, tone, to }, k) => (
              <span
                key={`${name} ${to}`}
                className={css.zone}
                data-tone={tone}
                style={{ "--from": part(zones[k - 1]?.to ?? min), "--to": part(to) } as CSSProperties}
              />
            ))}
          </span>
          {ticks.map(({ at, text, above: high }) => (
            <span
              key={`${text} ${high}`}
              className={css.tick}
              data-above={high || undefined}
              data-side={part(at) > 0.66 && high ? "left" : undefined}
              style={{ "--at": part(at) } as CSSProperties}
              aria-hidden
            >
              {text}
            </span>
          ))}
          <Base.Thumb
            className={css.thumb}
            data-tone={zone?.tone}
            aria-label={props.label}
            getAriaValueText={() => `${format(value)}${zone ? `, ${zone.name}` : ""}`}
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
