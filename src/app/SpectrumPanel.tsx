import { SpectrumStrip } from "../charts/SpectrumStrip";
import { dataset } from "../state/derived";
import { spectrum } from "../state/spectrum";
import { store } from "../state/store";
import { useParameter } from "../state/useParameter";
import { Panel } from "../ui/Panel";

const point = (k: number | null) => store.setState({ spotlight: k });

/** The shared dataset's spectrum, in every chapter: what PCA, descent and the SVD have in common. */
export default function SpectrumPanel() {
  const name = useParameter(dataset)?.name;
  const values = useParameter(spectrum);
  const lit = useParameter((s) => s.spotlight);
  if (name === undefined || !values) return null;
  return (
    <Panel title={`Spectrum of ${name}`}>
      <SpectrumStrip values={values} lit={lit} onPoint={point} />
    </Panel>
  );
}
