import { useEffect, useState } from "react";
import type { Chapter } from "../chapters/chapter";
import { transform } from "../chapters/transform";
import type { ChapterId } from "../state/parameters";

interface Entry {
  readonly id: ChapterId;
  /** Its place in the story. */
  readonly number: number;
  readonly name: string;
  readonly load: () => Promise<Chapter>;
}

/** The chapters in their order. The first is part of the first load, the others come when they are opened. */
export const CHAPTER_LIST: readonly Entry[] = [
  { id: "transform", number: 1, name: "Transform", load: async () => transform },
  { id: "pca", number: 2, name: "PCA", load: async () => (await import("../chapters/pca")).pca },
  { id: "layer", number: 3, name: "Layer", load: async () => (await import("../chapters/layer")).layer },
  { id: "descent", number: 4, name: "Descent", load: async () => (await import("../chapters/descent")).descent },
  { id: "svd", number: 5, name: "SVD", load: async () => (await import("../chapters/svd")).svd },
];

/** The chapter to show: the one asked for as soon as it is here, the former one until then. `onFailure` is given the way to ask once more. */
export function useChapter(id: ChapterId, onFailure: (again: () => void) => void): Chapter {
  const [chapter, setChapter] = useState<Chapter>(transform);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let late = false;
    const entry = CHAPTER_LIST.find((candidate) => candidate.id === id);
    entry?.load().then(
      (loaded) => {
        if (!late) setChapter(loaded);
      },
      () => {
        if (!late) onFailure(() => setTries(tries + 1));
      },
    );
    return () => {
      late = true;
    };
  }, [id, onFailure, tries]);
  return chapter;
}
