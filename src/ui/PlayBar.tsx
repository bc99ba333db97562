import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { LiveText } from "./LiveText";
import css from "./PlayBar.module.css";
import { LiveSlider } from "./Slider";
import type { Source } from "./source";

export type PlayBarProps = {
  playing: boolean;
  onPlay(): void;
  onPause(): void;
  /** The scrubber: its name, range and live position. */
  label: string;
  position: Source<number>;
  min: number;
  max: number;
  step?: number;
  onScrub(position: number): void;
  onCommit?(): void;
  formatPosition?(position: number): string;
  /** Shown only where given. */
  onBack?(): void;
  onStep?(): void;
  atStart?: boolean;
  atEnd?: boolean;
  /** What stands behind the scrubber, such as '6 / 60'. */
  text?: string | Source<string>;
  /** Further controls at the right. */
  children?: ReactNode;
};

/** The transport bar under a stage: back, play or pause, step, the scrubber and its reading. */
export function PlayBar(props: PlayBarProps) {
  const { text } = props;
  return (
    <div className={css.bar} role="toolbar" aria-label="Transport">
      {props.onBack && (
        <Button onClick={props.onBack} disabled={props.atStart}>
          <ChevronLeft size={14} aria-hidden /> Back
        </Button>
      )}
      <button
        type="button"
        className={css.play}
        aria-label={props.playing ? "Pause" : "Play"}
        onClick={props.playing ? props.onPause : props.onPlay}
      >
        {props.playing ? (
          <Pause size={14} fill="currentColor" aria-hidden />
        ) : (
          <Play size={14} fill="currentColor" aria-hidden />
        )}
      </button>
      {props.onStep && (
        <Button onClick={props.onStep} disabled={props.atEnd}>
          Step <ChevronRight size={14} aria-hidden />
        </Button>
      )}
      <LiveSlider
        bare
        label={props.label}
        source={props.position}
        min={props.min}
        max={props.max}
        step={props.step}
        format={props.formatPosition}
        onChange={props.onScrub}
        onCommit={props.onCommit}
      />
      {text !== undefined && (
        <span className={css.text}>{typeof text === "string" ? text : <LiveText source={text} />}</span>
      )}
      {props.children}
    </div>
  );
}
