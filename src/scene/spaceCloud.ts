/** Points of space, and what drawing them needs beside the pixels. */

export interface SpaceCloud {
  /** x₀ y₀ z₀ x₁ …, world units. A point with a coordinate that is not finite is not drawn, nor is one behind the eye. */
  readonly xyz: Float32Array;
  /** Index into the colours for each point, −1 where its class is not known, FADED where it is not meant; null paints all with the first. */
  readonly classes: Int32Array | null;
}

/** What a frame of space needs beside its pixels; kept from frame to frame. */
export interface SpaceScratch {
  depths: Float32Array;
  rows: Uint32Array;
  order: Uint32Array;
  places: Int32Array;
  readonly starts: Uint32Array;
}

/** Shades of depth that soft discs are sorted into. */
export const BUCKETS = 4096;

export const spaceScratch = (): SpaceScratch => ({
  depths: new Float32Array(0),
  rows: new Uint32Array(0),
  order: new Uint32Array(0),
  places: new Int32Array(0),
  starts: new Uint32Array(BUCKETS + 1),
});
