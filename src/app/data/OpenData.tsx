import { useState } from "react";
import { CATALOGUE } from "../../data/catalogue";
import { chooseDataset } from "../../state/datasets";
import { useParameter } from "../../state/useParameter";
import { Button } from "../../ui/Button";
import { FileButton } from "../../ui/FileButton";
import { Panel } from "../../ui/Panel";
import css from "./DataDrawer.module.css";
import { GeneratorForm } from "./GeneratorForm";
import { importTable } from "./importing";

/** Every way to another dataset: your own file or table, the shipped ones, the generated ones. */
export function OpenData() {
  const [pasted, setPasted] = useState("");
  const current = useParameter((s) => s.data.dataset);
  return (
    <>
      <Panel title="Your own">
        <div className={css.files}>
          <FileButton
            kind="primary"
            accept=".csv,.tsv,.txt,.tab,.json,.ndjson,.jsonl,text/csv,text/tab-separated-values,text/plain,application/json"
            inputLabel="CSV file"
            onFile={(file) => void importTable(file)}
          >
            Choose a file
          </FileButton>
          <p className={css.hint}>
            CSV, TSV, or JSON records. Or drop one anywhere on this page. It is read here and never leaves the browser.
          </p>
        </div>
        <textarea
          className={css.paste}
          aria-label="Paste a table"
          placeholder="Or paste a table here: rows in lines, cells with commas or tabs, names in the first line."
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <div>
          <Button disabled={pasted.trim() === ""} onClick={() => void importTable(new File([pasted], "Pasted table"))}>
            Read the pasted table
          </Button>
        </div>
      </Panel>
      <Panel title="Shipped">
        <ul className={css.shipped}>
          {CATALOGUE.map(({ id, name, about, source, licence }) => (
            <li key={id}>
              <button
                type="button"
                className={css.card}
                aria-pressed={id === current}
                onClick={() => chooseDataset(id)}
              >
                <strong>{name}</strong>
                <span>{about}</span>
                <span>
                  {source}. {licence}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <GeneratorForm />
    </>
  );
}
