import { Slider as Base } from "@base-ui/react/slider";
import css from "./CutSlider.module.css";
import type { Source } from "./source";
import { useSource } from "./useSource";

interface Props {
  readonly label: string;
  /** Rows above the cut, 1 to `rows`. */
  readonly source: Source<number>;
  readonly rows: number;
  readonly format: (above: number) => string;
  /** During the gesture, for every change. */
  readonly onChange: (above: number) => void;
  /** Once, at the gesture's end. */
  readonly onCommit: () => void;
}

/** A line across a list of equal rows that is dragged up and down: what stands above it is kept. Lies over the list, whose rows are `--row` high. */
export function CutSlider({ label, source, rows, format, onChange, onCommit }: Props) {
  const above = useSource(source);
  return (
    <Base.Root
      className={css.cut}
      orientation="vertical"
      // A vertical slider has its least value at the bottom.
      value={rows - above}
      min={0}
      max={rows - 1}
      step={1}
      onValueChange={(below) => onChange(rows - below)}
      onValueCommitted={onCommit}
    >
      <Base.Control className={css.control}>
        <Base.Track className={css.track}>
          <Base.Thumb className={css.thumb} aria-label={label} getAriaValueText={() => format(above)} />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
