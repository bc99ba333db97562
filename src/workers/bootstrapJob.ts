/** Resampled components as a job. */
import { bootstrapPca, createRandom, type Matrix, type Pca, type PcaBootstrap, type PcaOptions } from "../math";

export interface BootstrapRequest {
  readonly x: Matrix;
  readonly base: Pca;
  readonly options: PcaOptions;
}

/** What the worker answers to. */
export const bootstrapJob = {
  /** As `bootstrapPca`, from a seed. */
  resample: ({ x, base, options }: BootstrapRequest, count: number, seed: number): PcaBootstrap =>
    bootstrapPca(x, base, options, count, createRandom(seed)),
};

export type BootstrapJob = typeof bootstrapJob;
