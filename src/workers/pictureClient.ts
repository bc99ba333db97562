/**
 * The picture chapter's work in two workers: one keeps the picture and answers the slider, the other factors exactly meanwhile,
 * so that nothing on the page waits for it. Each picture is shown approximately first.
 */
import { transfer } from "comlink";
import type { Picture } from "../data/picture";
import type { DecodedPicture } from "./decodePicture";
import { Cancelled, createLane } from "./lane";
import { latest } from "./latest";
import type { Frame, LayerPicture, Spectrum } from "./pictureSession";
import type { PictureApi } from "./pictureWorker";

/**
 * approximating: the first factors are on their way, the former picture stays · refining: exact ones are on their way ·
 * approximate: they were given up · exact · failed: a worker died.
 */
export type PictureStage = "approximating" | "refining" | "approximate" | "exact" | "failed";

/** Everything that the workers have found out; picture, spectrum, frame and layers belong together. */
export interface PictureView {
  readonly stage: PictureStage;
  readonly picture: Picture | null;
  readonly spectrum: Spectrum | null;
  readonly frame: Frame | null;
  readonly layers: readonly LayerPicture[];
  /** Why it failed, for the reader. */
  readonly reason: string;
}

export const NO_PICTURE: PictureView = {
  stage: "approximating",
  picture: null,
  spectrum: null,
  frame: null,
  layers: [],
  reason: "",
};

export interface PictureClient {
  /** Factors a picture and draws it; a newer one takes its place. */
  open(picture: Picture): Promise<void>;
  /** Draws A_k; the newest k wins. */
  rank(k: number): void;
  /** Gives the exact factorisation up; the approximate one stays. */
  cancel(): void;
  /** Asks for the exact factorisation of the picture that is open. */
  refine(): Promise<void>;
  /** A file as pixels, in a worker of its own; rejects with the sentence for the reader. */
  decode(file: Blob, name: string): Promise<DecodedPicture>;
}

/** Milliseconds that go into one frame on the way to a distant rank. */
const FRAME = 40;
/** And into the first frame of new factors, which nobody has seen coarser. */
const FIRST_FRAME = 250;
const LAYERS = 12;
const LAYER_SIDE = 64;

const start = () => new Worker(new URL("./pictureWorker.ts", import.meta.url), { type: "module" });

export function createPictureClient(show: (change: Partial<PictureView>) => void): PictureClient {
  const drawing = createLane<PictureApi>(start);
  const factoring = createLane<PictureApi>(start);
  let ticket = 0;
  let wanted = 0;
  let serial = -1;
  let ranks = 0;
  let open: Picture | null = null;
  const reached = (frame: Frame) => frame.rank === Math.min(wanted, ranks);
  const fail = (error: unknown) => show({ stage: "failed", reason: error instanceof Error ? error.message : "" });

  const frameOf = latest((milliseconds: number) => drawing.run((api) => api.toward(wanted, milliseconds)));
  const draw = async (): Promise<void> => {
    try {
      const frame = await frameOf(FRAME);
      if (!frame || frame.serial !== serial) return;
      show({ frame });
      // Still short of its goal: the way there is shown.
      if (!reached(frame)) await draw();
    } catch (error) {
      if (!(error instanceof Cancelled)) fail(error);
    }
  };

  /** Shows new factors of `picture` whole: spectrum, first frame and layers at one time. */
  const present = async (mine: number, picture: Picture, spectrum: Spectrum): Promise<boolean> => {
    const frame = await drawing.run((api) => api.toward(wanted, FIRST_FRAME));
    const layers = await drawing.run((api) => api.layers(LAYERS, LAYER_SIDE));
    if (mine !== ticket) return false;
    serial = spectrum.serial;
    ranks = spectrum.s.length;
    show({ picture, spectrum, frame, layers, stage: spectrum.exact ? "exact" : "refining", reason: "" });
    if (!reached(frame)) void draw();
    return true;
  };

  const refine = async (): Promise<void> => {
    const [mine, picture] = [ticket, open];
    if (!picture) return;
    show({ stage: "refining" });
    try {
      const factors = await factoring.run((api) => api.factor(pixelsOf(picture)));
      factoring.cancel();
      if (mine !== ticket) return;
      const buffers = [factors.u.data, factors.s, factors.vt.data].map((part) => part.buffer as ArrayBuffer);
      const spectrum = await drawing.run((api) => api.adopt(transfer(factors, buffers)));
      await present(mine, picture, spectrum);
    } catch (error) {
      if (mine !== ticket) return;
      if (error instanceof Cancelled) show({ stage: "approximate" });
      else fail(error);
    }
  };

  return {
    async open(picture) {
      const mine = ++ticket;
      open = picture;
      factoring.cancel();
      show({ stage: "approximating" });
      try {
        const spectrum = await drawing.run((api) => api.open(pixelsOf(picture)));
        if (mine !== ticket) return;
        if ((await present(mine, picture, spectrum)) && !spectrum.exact) await refine();
      } catch (error) {
        if (mine === ticket) fail(error);
      }
    },
    rank(k) {
      if (k === wanted) return;
      wanted = k;
      if (serial >= 0) void draw();
    },
    cancel: () => factoring.cancel(),
    refine,
    async decode(file, name) {
      const lane = createLane<PictureApi>(start);
      try {
        return await lane.run((api) => api.decode(file, name));
      } finally {
        lane.cancel();
      }
    },
  };
}

/** Only what the worker needs crosses over. */
const pixelsOf = ({ width, height, channels, pixels }: Picture) => ({ width, height, channels, pixels });
