import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { commit } from "../../../state/history";
import { notify } from "../../../ui/notify";
import { factorName } from "../stack";
import { LIMIT } from "./MatrixPanel";

export const MOST = 6;

/** What the Compose panel is about: matrices of one size in the state, the first applied first. */
export interface StackInState<M extends readonly number[]> {
  readonly size: 2 | 3;
  readonly identity: M;
  readonly factors: Source<readonly M[]>;
  readonly name: Source<string>;
  readonly product: (a: M, after: readonly M[]) => M;
  readonly inverse: (m: M) => M | null;
  /** What a further factor starts as, in turn: two that do not commute. */
  readonly fresh: readonly [M, M];
  readonly write: (first: M, rest: readonly M[]) => void;
}

/** What the reader does to the stack, each as one step of undo. */
export function stackActions<M extends readonly number[]>({
  factors,
  fresh,
  identity,
  inverse,
  write,
}: StackInState<M>) {
  const set = ([first = identity, ...rest]: readonly M[]) => write(first, rest);
  const all = () => factors.get();
  const put = (at: number, m: M) => commit(() => set(all().toSpliced(at, 0, m)));
  return {
    set,
    add: () => put(all().length, all().length % 2 === 1 ? fresh[0] : fresh[1]),
    remove: (k: number) => commit(() => set(all().toSpliced(k, 1))),
    /** Lets factors k and k + 1 change places. */
    swap: (k: number) => {
      const [p, q] = all().slice(k, k + 2);
      if (p && q) commit(() => set(all().toSpliced(k, 2, q, p)));
    },
    undo: (k: number) => {
      const inverted = inverse(all()[k] ?? identity);
      if (!inverted || inverted.some((v) => Math.abs(v) > LIMIT))
        notify({ title: `${factorName(k)}⁻¹ has entries beyond 10¹², which cannot be drawn.`, kind: "warn" });
      else put(k + 1, inverted);
    },
  };
}

/** [a b; c d], the rows of a square matrix of this size. */
export const matrixWords = (m: readonly number[], size: number): string => {
  const largest = Math.max(...m.map(Math.abs));
  const said = m.map((v) => formatNumber(v, largest));
  const rows = Array.from({ length: size }, (_, i) => said.slice(i * size, (i + 1) * size).join(" "));
  return `[${rows.join("; ")}]`;
};

/** The product, and what the same matrices give in the opposite order. */
export const orderWords = <M extends readonly number[]>({
  factors,
  name,
  product,
  identity,
  size,
}: StackInState<M>): Source<string> =>
  derive([factors, name], ([a = identity, ...rest], called) => {
    const m = product(a, rest);
    const [last = identity, ...others] = [a, ...rest].reverse();
    const turned = product(last, others);
    const largest = Math.max(...m.map(Math.abs), ...turned.map(Math.abs));
    const off = Math.max(...m.map((v, i) => Math.abs(v - (turned[i] as number))));
    const back = [...called].reverse().join("");
    return `${called} = ${matrixWords(m, size)}. ${
      off <= 1e-9 * largest
        ? `${back} is the same: these commute.`
        : `${back} = ${matrixWords(turned, size)} is another matrix: order matters.`
    }`;
  });
