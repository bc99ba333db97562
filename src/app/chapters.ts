import type { Chapter } from "../chapters/chapter";
import { transform } from "../chapters/transform";
import type { ChapterId } from "../state/parameters";

interface Entry {
  readonly id: ChapterId;
  readonly name: string;
  readonly load: () => Promise<Chapter> | Chapter;
}

/** The chapters in their order. The first is part of the first load, the others come when they are opened. */
export const CHAPTER_LIST: readonly Entry[] = [{ id: "transform", name: "Transform", load: () => transform }];
