import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./Button";
import { LiveText } from "./LiveText";
import css from "./PlayBar.module.css";
import { LiveSlider } from "./Slider";
import type { Source } from "./source";
import { transportKey } from "./transportKeys";

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

/** The transport bar under a stage: back, play or pause, step, the scrubber and its reading. Space plays, [ and ] step. */
export function PlayBar(props: PlayBarProps) {
  const { text } = props;
  useTransportKeys(props);
  return (
    <div className={css.bar} role="toolbar" aria-label="Transport">
      {props.onBack && (
        <Button onClick={props.onBack} disabled={props.atStart} aria-keyshortcuts="[">
          <ChevronLeft size={14} aria-hidden /> Back
        </Button>
      )}
      <button
        type="button"
        className={css.play}
        aria-label={props.playing ? "Pause" : "Play"}
        aria-keyshortcuts="Space"
        onClick={props.playing ? props.onPause : props.onPlay}
      >
        {props.playing ? (
          <Pause size={14} fill="currentColor" aria-hidden />
        ) : (
          <Play size={14} fill="currentColor" aria-hidden />
        )}
      </button>
      {props.onStep && (
        <Button onClick={props.onStep} disabled={props.atEnd} aria-keyshortcuts="]">
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

/** Parts of the scrubber's travel that a key moves where the transport has no steps of its own. */
const KEY_PARTS = 10;

function useTransportKeys(props: PlayBarProps): void {
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = transportKey(event);
      if (act === null) return;
      event.preventDefault();
      const bar = latest.current;
      if (act === "play") return bar.playing ? bar.onPause() : bar.onPlay();
      const [own, blocked, sign] = act === "back" ? [bar.onBack, bar.atStart, -1] : [bar.onStep, bar.atEnd, 1];
      if (own) return blocked ? undefined : own();
      const to = bar.position.get() + (sign * (bar.max - bar.min)) / KEY_PARTS;
      bar.onScrub(Math.max(bar.min, Math.min(bar.max, to)));
      bar.onCommit?.();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
