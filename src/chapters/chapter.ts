import type { ComponentType } from "react";
import type { ChapterId, Parameters, SliceName } from "../state/parameters";
import type { State } from "../state/store";

/** What a lesson sets in the state, slice by slice; everything else stays as the reader has it. */
export type StatePatch = { readonly [S in SliceName]?: Partial<Parameters[S]> };

/** A run of text in a lesson: plain, in the colour of the thing it names, or pressed to set the stage. */
export type Run =
  | string
  | { readonly text: string; readonly sets: StatePatch }
  | { readonly text: string; readonly tone: "basis-i" | "basis-j" | "basis-k" | "eigen" | "singular" | "strong" };

export interface Challenge {
  readonly id: string;
  readonly title: string;
  readonly text: readonly Run[];
  /** Whether the state meets it. */
  readonly done: (state: State) => boolean;
}

/** A lesson is data: its words, and tasks that the app itself checks. */
export interface Lesson {
  readonly title: string;
  readonly paragraphs: readonly (readonly Run[])[];
  readonly challenges: readonly Challenge[];
}

/** What a chapter gives the shell; each part fills its place in the layout. */
export interface Chapter {
  readonly id: ChapterId;
  readonly lesson: Lesson;
  readonly Equation: ComponentType;
  readonly Stage: ComponentType;
  readonly Transport: ComponentType;
  readonly Inspector: ComponentType;
}
