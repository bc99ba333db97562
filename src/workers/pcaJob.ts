/** Components that take longer than a frame, as jobs. */
import {
  bootstrapPca,
  createRandom,
  type Matrix,
  type Moments,
  type Pca,
  type PcaBootstrap,
  type PcaOptions,
  pca,
  pcaOfMoments,
} from "../math";

/** What the components are of: the rows, or what one pass over them left. */
export type PcaInput = { readonly rows: Matrix } | { readonly moments: Moments };

export interface BootstrapRequest {
  readonly x: Matrix;
  readonly base: Pca;
  readonly options: PcaOptions;
}

/** As `pca` or `pcaOfMoments`, whichever the input is for. */
export const componentsOf = (input: PcaInput, options: PcaOptions): Pca =>
  "rows" in input ? pca(input.rows, options) : pcaOfMoments(input.moments, options);

/** What the worker answers to. */
export const pcaJob = {
  components: componentsOf,
  /** As `bootstrapPca`, from a seed. */
  resample: ({ x, base, options }: BootstrapRequest, count: number, seed: number): PcaBootstrap =>
    bootstrapPca(x, base, options, count, createRandom(seed)),
};

export type PcaJob = typeof pcaJob;
