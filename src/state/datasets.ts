/** Which dataset is on screen: it follows the identity in the state, so that undo, links and reload bring data back too. */
import type { Dataset } from "../data/dataset";
import { commit } from "./history";
import { DEFAULTS } from "./parameters";
import { store, update } from "./store";

/** Every dataset opened since the page was, by identity. */
const known = new Map<string, Dataset>();

/** Where a dataset comes from that is not known yet; rejects when there is none of that identity. */
export type Resolve = (id: string) => Promise<Dataset>;

/** Makes a dataset the shared one, as one undo step. Choices that name columns of the former go back to their defaults, but for what `keep` sets. */
export function openDataset(dataset: Dataset, keep?: () => void): void {
  known.set(dataset.id, dataset);
  commit(() => {
    choose(dataset.id);
    keep?.();
    show(dataset);
  });
}

/** Asks for a dataset by its identity; it comes on screen as soon as it is here. One undo step. */
export function chooseDataset(id: string): void {
  commit(() => choose(id));
}

function choose(id: string): void {
  const { transform, pca, layer, descent } = DEFAULTS;
  update("data", { ...DEFAULTS.data, dataset: id });
  update("pca", {
    featureX: pca.featureX,
    featureY: pca.featureY,
    featureZ: pca.featureZ,
    componentX: pca.componentX,
    componentY: pca.componentY,
    componentZ: pca.componentZ,
    turn: pca.turn,
    span3: pca.span3,
    outer: pca.outer,
    flipped: pca.flipped,
    middle: pca.middle,
    span: pca.span,
    point: pca.point,
  });
  update("transform", { featureX: transform.featureX, featureY: transform.featureY });
  update("layer", { featureX: layer.featureX, featureY: layer.featureY });
  update("descent", {
    featureX: descent.featureX,
    fitted: descent.fitted,
    lineStart: descent.lineStart,
    lineRate: descent.lineRate,
    centre: descent.centre,
    span: descent.span,
  });
}

const show = (dataset: Dataset) => store.setState({ loaded: { dataset, coming: null } });

/**
 * Brings the dataset that the state names on screen, now and after each change. The newest wins; the former one stays until then,
 * and stays where the new one cannot be had: `onFailure` is then given the way to ask once more. Returns the way to stop.
 */
export function followDatasets(resolve: Resolve, onFailure: (reason: unknown, again: () => void) => void): () => void {
  let asked: string | null = null;
  const follow = () => {
    const { data, loaded } = store.getState();
    const id = data.dataset;
    if (id === asked) return;
    asked = id;
    if (loaded.dataset?.id === id) return;
    const here = known.get(id);
    if (here) return show(here);
    ask(id);
  };
  const ask = (id: string) => {
    store.setState({ loaded: { ...store.getState().loaded, coming: id } });
    resolve(id).then(
      (dataset) => {
        known.set(id, dataset);
        if (asked === id) show(dataset);
      },
      (reason: unknown) => {
        if (asked !== id) return;
        store.setState({ loaded: { ...store.getState().loaded, coming: null } });
        onFailure(reason, () => {
          if (asked === id) ask(id);
        });
      },
    );
  };
  follow();
  return store.subscribe(follow);
}
