import { SpectrumStrip } from "../charts/SpectrumStrip";
import { dataset } from "../state/derived";
import { source } from "../state/source";
import { spectrum } from "../state/spectrum";
import { store } from "../state/store";
import { useParameter } from "../state/useParameter";
import { useSettled } from "../state/useSettled";
import { Panel } from "../ui/Panel";

const values = source(spectrum);
const point = (k: number | null) => store.setState({ spotlight: k });

/** The shared dataset's spectrum, in every chapter: what PCA, descent and the SVD have in common. */
export default function SpectrumPanel() {
  const name = useParameter((s) => dataset(s)?.name);
  const now = useSettled(values);
  const lit = useParameter((s) => s.spotlight);
  if (name === undefined || !now) return null;
  return (
    <Panel title={`Spectrum of ${name}`}>
      <SpectrumStrip values={now} lit={lit} onPoint={point} />
    </Panel>
  );
}
