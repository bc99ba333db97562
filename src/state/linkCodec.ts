import { packText, unpackText } from "./linkBytes";
import { DEFAULTS, fill, PARAMETERS, type Parameters } from "./parameters";

/** Raised when a parameter changes its meaning; a new parameter needs no new version. */
export const LINK_VERSION = 1;
const LONGEST_LINK = 65_536;

export type LinkNotice = "unreadable" | "newer" | "too long" | "some values refused";

export interface DecodedLink {
  readonly parameters: Parameters;
  /** What the reader should be told, or null when the link was read whole. */
  readonly notice: LinkNotice | null;
}

/** `s=…`: what differs from the defaults, as JSON, deflated, in URL-safe base64. Empty when nothing differs. */
export function encodeLink(parameters: Parameters): string {
  const changed: Record<string, Record<string, unknown>> = {};
  fill((field, slice, name) => {
    const value = (parameters as unknown as Record<string, Record<string, unknown>>)[slice]?.[name];
    if (JSON.stringify(value) !== JSON.stringify(field.default)) {
      changed[slice] ??= {};
      changed[slice][name] = value;
    }
    return value;
  });
  if (Object.keys(changed).length === 0) return "";
  return `s=${packText(JSON.stringify({ v: LINK_VERSION, ...changed }))}`;
}

/** Reads the part of an address after `#`, up to an `&`, behind which small data may stand. Never throws: what cannot be read falls back to the default, with a notice. */
export function decodeLink(hash: string): DecodedLink {
  const [payload = ""] = hash.replace(/^#/, "").split("&");
  if (payload === "") return { parameters: DEFAULTS, notice: null };
  if (payload.length > LONGEST_LINK) return { parameters: DEFAULTS, notice: "too long" };
  let state: unknown;
  try {
    if (!payload.startsWith("s=")) throw new Error("no state");
    state = JSON.parse(unpackText(payload.slice(2)));
  } catch {
    return { parameters: DEFAULTS, notice: "unreadable" };
  }
  return decodeState(state);
}

/** Checks a parsed state field by field; also the way in for stored states. */
export function decodeState(state: unknown): DecodedLink {
  if (!isRecord(state) || typeof own(state, "v") !== "number") return { parameters: DEFAULTS, notice: "unreadable" };
  if ((own(state, "v") as number) > LINK_VERSION) return { parameters: DEFAULTS, notice: "newer" };
  let refused = Object.keys(state).some((slice) => slice !== "v" && !Object.hasOwn(PARAMETERS, slice));
  const parameters = fill((field, slice, name) => {
    const values = own(state, slice);
    const raw = isRecord(values) ? own(values, name) : undefined;
    if (raw === undefined) return field.default;
    const value = field.parse(raw);
    if (value === undefined) refused = true;
    return value ?? field.default;
  });
  return { parameters, notice: refused ? "some values refused" : null };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Own properties only: `__proto__` in a link must stay a harmless key. */
function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
