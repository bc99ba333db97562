/** An array that is filled anew for every frame of a motion and made only when the number of points changes. */

/** Asks for `length` numbers: each call gives a new view of one memory, so that what is remembered for a view is never that of another frame. */
export function keptArray(): (length: number) => Float32Array {
  let memory = new Float32Array(0);
  return (length) => {
    if (memory.length !== length) memory = new Float32Array(length);
    return memory.subarray(0);
  };
}
