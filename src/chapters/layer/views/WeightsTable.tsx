import { useMemo, useState } from "react";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { Panel } from "../../../ui/Panel";
import { Select } from "../../../ui/Select";
import { Table } from "../../../ui/Table";
import { useSource } from "../../../ui/useSource";
import { now, run } from "../networkSources";
import { layerName } from "../networkWords";

const sizesText = derive([run], (of) => JSON.stringify(of?.shape.sizes ?? []));

/** The weights and biases of one layer as a matrix: a row for each unit, a column for each input of it. */
export function WeightsTable() {
  const text = useSource(sizesText);
  const sizes = useMemo(() => JSON.parse(text) as number[], [text]);
  const [chosen, setChosen] = useState(1);
  const layer = Math.min(chosen, sizes.length - 1);
  const [inputs, units] = [sizes[layer - 1] ?? 0, sizes[layer] ?? 0];
  const rows = useMemo(() => {
    const offset = sizes.slice(1, layer).reduce((sum, size, l) => sum + size * ((sizes[l] ?? 0) + 1), 0);
    const cell = (at: number) => derive([now], (of) => formatNumber(of?.parameters[at] ?? 0));
    return Array.from({ length: units }, (_, j) => ({
      key: String(j),
      cells: [
        `unit ${j + 1}`,
        ...Array.from({ length: inputs }, (_, k) => cell(offset + j * inputs + k)),
        cell(offset + units * inputs + j),
      ],
    }));
  }, [sizes, layer, inputs, units]);
  if (units === 0) return null;
  const columns = [
    { key: "unit", label: "" },
    ...Array.from({ length: inputs }, (_, k) => ({
      key: `w${k}`,
      label: `${layer === 1 ? "x" : "h"}${k + 1}`,
      numeric: true,
    })),
    { key: "b", label: "b", numeric: true },
  ];
  return (
    <Panel title="Weights">
      <Select
        label="Layer"
        hideLabel
        value={String(layer)}
        options={sizes.slice(1).map((size, l) => ({
          value: String(l + 1),
          label: `W${"₁₂₃₄₅₆₇"[l] ?? ""}, ${layerName(l + 1, sizes.length)}: ${size} × ${sizes[l] ?? 0}`,
        }))}
        onChange={(value) => setChosen(Number(value))}
      />
      <Table caption={`Weights and bias of ${layerName(layer, sizes.length)}`} columns={columns} rows={rows} />
    </Panel>
  );
}
