/** Matrices applied one after the other: A first, so the product is written last · … · A. Of one size, whose algebra is given. */

/** What a stack asks of its matrices. */
interface Algebra<M, Way> {
  readonly identity: M;
  readonly multiply: (a: M, b: M) => M;
  /** Where t of the way from I to A stands. */
  readonly interpolate: (a: M, t: number, way: Way) => M;
  /** The X for which MX comes nearest to B, and of those the smallest: M⁻¹B where there is one. */
  readonly divide: (m: M, b: M) => M;
}

/** The product of a stack, the way to it, and what moving it asks of A. */
export function stackOf<M, Way>({ identity, multiply, interpolate, divide }: Algebra<M, Way>) {
  /** The product of A and what is applied after it. */
  const product = (a: M, after: readonly M[]): M => after.reduce((done, m) => multiply(m, done), a);

  /** Where t of the way from I to the product stands: each factor has an equal part of the way, the first one first. */
  function alongStack(a: M, after: readonly M[], t: number, way: Way): M {
    if (t >= 1) return product(a, after);
    const factors = [a, ...after];
    const place = Math.max(0, t) * factors.length;
    const k = Math.min(factors.length - 1, Math.floor(place));
    const done = product(identity, factors.slice(0, k));
    return multiply(interpolate(factors[k] ?? identity, place - k, way), done);
  }

  /** The A with which the product comes nearest to `wanted`: exactly it where what follows can be undone. */
  const firstFactor = (after: readonly M[], wanted: M): M =>
    after.length === 0 ? wanted : divide(product(identity, after), wanted);

  return { product, alongStack, firstFactor };
}

/** A, B, C …: the names of the factors in the order in which they are applied. */
export const factorName = (k: number): string => String.fromCharCode(65 + k);

/** The product's name, such as CBA. */
export const productName = (after: readonly unknown[]): string =>
  Array.from({ length: after.length + 1 }, (_, k) => factorName(after.length - k)).join("");
