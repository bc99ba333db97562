/** A small table of the reader's own, carried in the link behind the state, so that a fresh browser has it too. */
import type { Dataset } from "../data/dataset";
import { exportCsv } from "../data/exportCsv";
import { packText, unpackText } from "../state/linkBytes";

/** Characters of the link; beyond this mail programs and chats begin to cut addresses. */
const LONGEST = 24_000;
/** Cells beyond which it is not worth trying. */
const MOST_CELLS = 20_000;

export interface LinkedTable {
  readonly id: string;
  readonly name: string;
  readonly csv: string;
  readonly colour: string;
  readonly target: string;
}

let last: { id: string; text: string } | null = null;

/** `&t=…` for an imported table that is small and held whole; else nothing. Once for each dataset. */
export function encodeTable(dataset: Dataset | null): string {
  if (!dataset?.id.startsWith("file:")) return "";
  if (last?.id === dataset.id) return last.text;
  last = { id: dataset.id, text: "" };
  if (dataset.held < dataset.rows || dataset.held * dataset.columns.length > MOST_CELLS) return "";
  const { id, name, colour, target } = dataset;
  const text = `&t=${packText(JSON.stringify({ id, name, csv: exportCsv(dataset), colour, target }))}`;
  if (text.length <= LONGEST) last = { id, text };
  return last.text;
}

/** The table of an address, or undefined where there is none that can be read. Never throws. */
export function decodeTable(hash: string): LinkedTable | undefined {
  const packed = /&t=([\w-]+)/.exec(hash)?.[1];
  if (!packed) return undefined;
  try {
    const table: unknown = JSON.parse(unpackText(packed));
    return isTable(table) ? table : undefined;
  } catch {
    return undefined;
  }
}

const FIELDS = ["id", "name", "csv", "colour", "target"] as const;
const isTable = (value: unknown): value is LinkedTable =>
  typeof value === "object" &&
  value !== null &&
  FIELDS.every((field) => Object.hasOwn(value, field) && typeof (value as LinkedTable)[field] === "string");
