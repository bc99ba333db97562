/** How a slider's travel maps to its value. */
export type SliderScale = {
  /** Least and greatest position, and the least travel, in the slider's own units. */
  min: number;
  max: number;
  step: number;
  toValue(position: number): number;
  toPosition(value: number): number;
};

/** Positions are the values themselves. */
export function linearScale(min: number, max: number, step: number): SliderScale {
  return { min, max, step, toValue: (p) => p, toPosition: (v) => Math.min(max, Math.max(min, v)) };
}

/**
 * Equal travel multiplies by an equal factor: value = min · (max/min)^(p/1000), with 1000 positions and exact ends.
 * Needs 0 < min < max, else throws RangeError.
 */
export function logScale(min: number, max: number): SliderScale {
  if (!(min > 0 && max > min)) throw new RangeError(`a log slider needs 0 < min < max, not ${min} and ${max}`);
  const span = Math.log(max / min);
  return {
    min: 0,
    max: 1000,
    step: 1,
    toValue(p) {
      if (p <= 0) return min;
      if (p >= 1000) return max;
      return min * Math.exp((p / 1000) * span);
    },
    toPosition(v) {
      if (!(v > min)) return 0;
      if (v >= max) return 1000;
      return (1000 * Math.log(v / min)) / span;
    },
  };
}
