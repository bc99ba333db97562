import { cell, derive, type Source } from "../../scene/source";
import { source } from "../../state/source";
import { store } from "../../state/store";
import { notify } from "../../ui/notify";
import { createPictureClient, NO_PICTURE, type PictureView } from "../../workers/pictureClient";
import { energy, fullRank, ladder, type Profile, profile, rungOf } from "./model";
import { findPicture, nameOf, PictureMissing } from "./pictures";

const FALLBACK = "tartan";

const view = cell<PictureView>(NO_PICTURE);
/** What the workers have found out; everything else here follows from it and the state. */
export const pictureView: { get(): PictureView; subscribe(listener: () => void): () => void } = view;
export const client = createPictureClient((change) => view.set({ ...view.get(), ...change }));

export const pictureId = source((s) => s.svd.picture);
export const compare = source((s) => s.svd.compare);
export const asked = source((s) => s.svd.rank);
export const stage = derive([view], (v) => v.stage);
export const picture = derive([view], (v) => v.picture);
export const frame = derive([view], (v) => v.frame);
export const layers = derive([view], (v) => v.layers);

/** Layers that the picture can have at most; until there is one, as many as are asked for. */
export const full = derive([picture, asked], (p, k) => Math.max(1, p ? fullRank(p) : k));
/** k as asked for, or the picture's most: the state keeps what was asked. */
export const rank = derive([asked, full], (k, most) => Math.min(k, most));
export const ranks = derive([full], ladder);
export const rung = derive([ranks, rank], rungOf);
const spectrum = derive([view], (v) => v.spectrum);
export const spectral = derive([spectrum, picture], (s, p): Profile | null => (s && p ? profile(s, p) : null));
/** The rank of what is on screen, which may be on its way to the one asked for. */
export const shown = derive([frame], (f) => f?.rank ?? 0);
export const error = derive([frame], (f) => f?.error ?? 0);
/** What is shown belongs to no picture yet, or to the one before the one that is being factored. */
export const factoring = derive([stage], (now) => now === "approximating");
/** A number's text once there is a factored picture that it is about; before that, what is awaited. */
export const whenKnown = (text: Source<string>): Source<string> =>
  derive([frame, spectral, text], (f, s, words) => (f && s ? words : "factoring…"));
export const kept = derive([spectral, shown], (s, k) => (s ? energy(s, k) : 0));

let asking = 0;
let missing = "";

/** Brings the picture that the state names on screen; the newest wins, and the former stays until then. */
async function follow(): Promise<void> {
  const id = pictureId.get();
  const mine = ++asking;
  try {
    const found = await findPicture(id, client.decode);
    if (mine === asking) await openOnce(found.id, () => client.open(found));
  } catch (reason) {
    if (mine !== asking) return;
    if (reason instanceof PictureMissing) {
      if (missing !== id) tellMissing(id);
      missing = id;
    } else
      notify({ title: reason instanceof Error ? reason.message : "The picture could not be opened.", kind: "bad" });
    if (view.get().picture === null || reason instanceof PictureMissing) {
      const fallback = await findPicture(FALLBACK, client.decode);
      if (mine === asking) await openOnce(fallback.id, () => client.open(fallback));
    }
  }
}

let opened = "";
function openOnce(id: string, act: () => Promise<void>): Promise<void> | undefined {
  if (id === opened && view.get().stage !== "failed") return undefined;
  opened = id;
  return act();
}

function tellMissing(id: string): void {
  notify({
    title: `The picture “${nameOf(id)}” is not kept in this browser, so the tartan is shown. Choose its file to see it.`,
    kind: "warn",
    seconds: 0,
  });
}

/** Follows the state while the chapter is open. Returns the way to stop; the workers keep what they have. */
export function followPicture(): () => void {
  const askRank = () => client.rank(store.getState().svd.rank);
  askRank();
  void follow();
  const stops = [pictureId.subscribe(() => void follow()), asked.subscribe(askRank)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Looks again for the picture that the state names, when it has become known or a worker died. */
export function reopen(): void {
  void follow();
}
