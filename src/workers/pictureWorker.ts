import { expose, transfer } from "comlink";
import { type PixelGrid, pictureMatrix } from "../data/picture";
import { type Svd, svd } from "../math";
import { decodePicture } from "./decodePicture";
import { createPictureSession } from "./pictureSession";

const session = createPictureSession();

const api = {
  decode: async (file: Blob, name: string) => {
    const decoded = await decodePicture(file, name);
    return transfer(decoded, [decoded.pixels.buffer as ArrayBuffer]);
  },
  /** The whole factorisation, for a worker of its own: seconds for a large picture. */
  factor: (grid: PixelGrid) => {
    const factors = svd(pictureMatrix(grid));
    return transfer(factors, buffersOf(factors));
  },
  open: session.open,
  adopt: session.adopt,
  toward: (k: number, milliseconds: number) => {
    const frame = session.toward(k, milliseconds);
    return transfer(frame, [frame.picture.buffer, frame.residual.buffer]);
  },
  layers: session.layers,
};

const buffersOf = ({ u, s, vt }: Svd) => [u.data, s, vt.data].map((part) => part.buffer as ArrayBuffer);

export type PictureApi = typeof api;

expose(api);
