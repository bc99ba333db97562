import { LINK_VERSION } from "./linkCodec";
import { packText } from "./packText";
import { fill, type Parameters } from "./parameters";

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
