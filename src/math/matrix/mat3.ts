/** A point or direction in space. */
export type Vec3 = readonly [number, number, number];
/** A 3 × 3 matrix, row-major. */
export type Mat3 = readonly [number, number, number, number, number, number, number, number, number];
