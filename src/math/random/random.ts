/** A seeded source of random numbers; an argument wherever chance is wanted. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number in [0, n). */
  int(n: number): number;
}

/** xoshiro128** (Blackman & Vigna 2018), its state filled from the seed by splitmix32. The same seed gives the same numbers everywhere. */
export function createRandom(seed: number): Random {
  let mixer = seed >>> 0;
  const mix = (): number => {
    mixer = (mixer + 0x9e3779b9) >>> 0;
    let z = mixer;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [mix(), mix(), mix(), mix()];
  const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k));
  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  const next = () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;
  let spare: number | null = null;
  return {
    next,
    int: (n) => Math.floor(next() * n),
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      // Box & Muller (1958); 1 − u keeps the logarithm's argument above zero.
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      const angle = 2 * Math.PI * next();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}
