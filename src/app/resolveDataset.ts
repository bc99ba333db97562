import { shippedDataset } from "../data/catalogue";
import type { Dataset } from "../data/dataset";
import { generateDataset, parseGeneratorId } from "../data/generators";
import { importFile } from "../workers/importClient";
import { keptDataset } from "./data/keptDatasets";
import { decodeTable } from "./linkTable";

/** An identity that this browser cannot turn into rows. */
export class DatasetMissing extends Error {
  override readonly name = "DatasetMissing";
  constructor(readonly id: string) {
    super(sentence(id));
  }
}

/** The dataset of an identity: shipped, generated from its own name, or one that this browser was given before. Rejects with DatasetMissing. */
export async function resolveDataset(id: string): Promise<Dataset> {
  const spec = parseGeneratorId(id);
  const made = spec && generateDataset(spec);
  if (made) return made;
  const shipped = shippedDataset(id);
  if (shipped) {
    const response = await fetch(`./${shipped.file}`).catch(() => null);
    if (!response?.ok) throw new Error(`${shipped.name} could not be fetched. Check the connection, then try again.`);
    return importFile(await response.blob(), shipped);
  }
  const linked = decodeTable(location.hash);
  if (linked?.id === id) {
    const { csv, ...identity } = linked;
    return importFile(new File([csv], linked.name), { ...identity, source: "the link", licence: "the sender's" });
  }
  const kept = await keptDataset(id);
  if (!kept) throw new DatasetMissing(id);
  return kept;
}

function sentence(id: string): string {
  const name = /^file:(.*):[^:]*$/.exec(id)?.[1];
  return name
    ? `This view uses “${name}”, which is not in this browser. Drop that file here to see it.`
    : `There is no dataset “${id}”. Choose one in the data drawer.`;
}
