/** Where a picture comes from when the state names it: a formula, a file of ours, or what this browser keeps of the reader's own. */
import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";
import { type Picture, pixelIdentity } from "../../data/picture";
import { DRAWN, draw, PHOTOGRAPHS } from "../../data/pictures";
import { tellRefused } from "../../state/storage";
import type { DecodedPicture } from "../../workers/decodePicture";

const OWN = "own:";
const LONGEST_NAME = 80;
/** Own pictures that are kept; an older one gives way. */
const KEPT = 8;

/** Every picture of this visit, so that undo finds one that storage did not take. */
const known = new Map<string, Picture>();

/** The identity names a file, but this browser has not kept its pixels. */
export class PictureMissing extends Error {
  override readonly name = "PictureMissing";
}

/** A decoded file as a picture, with the identity by which the state knows it: its pixels' and, for people, its name. */
export function ownPicture(decoded: DecodedPicture, fileName: string): Picture {
  const name = fileName.trim().slice(0, LONGEST_NAME) || "Pasted picture";
  const picture = {
    ...decoded,
    id: `${OWN}${pixelIdentity(decoded)}/${name}`,
    name,
    credit: "Your own; it stays in this browser.",
  };
  known.set(picture.id, picture);
  return picture;
}

/** Finds the picture of that identity. Rejects with PictureMissing, or with the failure to fetch a photograph. */
export async function findPicture(
  id: string,
  decode: (file: Blob, name: string) => Promise<DecodedPicture>,
): Promise<Picture> {
  const here = known.get(id);
  if (here) return here;
  const picture = (await shipped(id, decode)) ?? (await kept(id));
  if (!picture) throw new PictureMissing(id);
  known.set(id, picture);
  return picture;
}

/** The file name inside an own picture's identity. */
export const nameOf = (id: string): string => (id.startsWith(OWN) ? id.slice(id.indexOf("/") + 1) : id);
export const isOwn = (id: string): boolean => id.startsWith(OWN);

async function shipped(id: string, decode: (file: Blob, name: string) => Promise<DecodedPicture>) {
  const drawn = DRAWN.find((candidate) => candidate.id === id);
  if (drawn) return draw(drawn);
  const photograph = PHOTOGRAPHS.find((candidate) => candidate.id === id);
  if (!photograph) return undefined;
  const response = await fetch(`./${photograph.file}`);
  if (!response.ok) throw new Error(`The photograph “${photograph.name}” could not be loaded (${response.status}).`);
  return { ...(await decode(await response.blob(), photograph.name)), ...photograph } satisfies Picture;
}

interface Kept {
  readonly at: number;
  readonly picture: Picture;
}
let opened: UseStore | undefined;
/** A database of its own, so that counting the kept pictures reads nothing else. */
const shelf = () => {
  opened ??= createStore("eigenscope-pictures", "pictures");
  return opened;
};
const key = (id: string) => `picture:${id.slice(OWN.length)}`;

async function kept(id: string): Promise<Picture | undefined> {
  if (!isOwn(id)) return undefined;
  try {
    const found = await get<Kept>(key(id), shelf());
    const picture = found?.picture;
    // What storage gives back is trusted only as far as its pixels bear its identity.
    return picture?.pixels instanceof Uint8Array && id.startsWith(`${OWN}${pixelIdentity(picture)}/`)
      ? picture
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an own picture for the next visit, where the browser does. */
export async function keepPicture(picture: Picture): Promise<void> {
  try {
    await set(key(picture.id), { at: Date.now(), picture } satisfies Kept, shelf());
    const all = await entries<string, Kept>(shelf());
    const old = all.sort(([, a], [, b]) => b.at - a.at).slice(KEPT);
    for (const [name] of old) await del(name, shelf());
  } catch {
    tellRefused();
  }
}
