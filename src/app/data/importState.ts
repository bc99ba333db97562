import { createSource } from "../../ui/source";

export interface Importing {
  readonly name: string;
  /** Bytes read, of how many. */
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

/** What is being imported now; null when nothing is. */
export const importing = createSource<Importing | null>(null);
/** Whether the drawer stands open. */
export const drawerOpen = createSource(false);
