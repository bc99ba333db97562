import { useEffect, useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { Switch } from "../../ui/Switch";
import { useSource } from "../../ui/useSource";
import { previewFile } from "../../workers/importClient";
import { Cancelled } from "../../workers/lane";
import css from "./ImportPreview.module.css";
import { type Choices, drawerOpen, type Previewing, previewing } from "./importState";
import { Notes } from "./Notes";
import { PreviewTable } from "./PreviewTable";
import { runImport } from "./runImport";
import { refusalInWords } from "./tellImport";

const DELIMITERS = [
  { value: ",", label: "comma" },
  { value: ";", label: "semicolon" },
  { value: "\t", label: "tab" },
  { value: "|", label: "vertical bar" },
] as const;
const MARKS = [
  { value: ".", label: "1.5" },
  { value: ",", label: "1,5" },
] as const;
/** How a file is read before it is, or was: each column's role, and what the format was taken for. */
export function ImportPreview() {
  const now = useSource(previewing);
  return now && <Preview key={now.file.name + now.file.lastModified} start={now} />;
}

function Preview({ start }: { readonly start: Previewing }) {
  const { file } = start;
  const [choices, setChoices] = useState<Choices>(start.choices);
  const { preview, refusal } = usePreview(start, choices);
  const close = () => previewing.set(null);
  const say = (change: Choices) => setChoices({ ...choices, ...change });
  /** Another format makes other columns, whose roles are to be found anew. */
  const reformat = (change: Choices) => setChoices({ ...choices, ...change, roles: undefined });
  const read = () => {
    close();
    drawerOpen.set(false);
    void runImport(file, choices);
  };
  return (
    <Dialog open onClose={close} title={`How to read ${file.name}`} wide>
      <div className={css.format}>
        {!preview.json && (
          <>
            <Select
              label="Cells are separated by a"
              value={choices.delimiter ?? preview.delimiter}
              options={DELIMITERS}
              onChange={(delimiter) => reformat({ delimiter })}
            />
            <Select
              label="One and a half is written"
              value={choices.decimal ?? preview.decimal}
              options={MARKS}
              onChange={(decimal) => reformat({ decimal })}
            />
            <Switch
              label="The first row holds names"
              checked={choices.header ?? preview.header}
              onChange={(header) => reformat({ header })}
            />
          </>
        )}
        <div className={css.missing}>
          <span>Rows without a number</span>
          <Segmented
            label="Rows without a number"
            value={choices.missing ?? "drop"}
            options={[
              { value: "drop", label: "Drop the row" },
              { value: "mean", label: "Fill with the mean" },
            ]}
            onChange={(missing) => say({ missing })}
          />
        </div>
      </div>
      <p className={css.words}>
        {(preview.bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB of{" "}
        {preview.json ? "JSON" : preview.encoding}, {preview.columns.length.toLocaleString("en")} columns. Nothing is
        changed until it is read. Columns that are the same in every row are left out when data are standardised, which
        is then said.
      </p>
      {refusal !== "" && (
        <p className={css.refusal} role="alert">
          {refusal}
        </p>
      )}
      <PreviewTable preview={preview} roles={choices.roles} onRoles={(roles) => say({ roles })} />
      {start.notes && <Notes notes={start.notes} />}
      <div className={css.answers}>
        <Button onClick={close}>Cancel</Button>
        <Button kind="primary" disabled={refusal !== ""} onClick={read}>
          Read the table
        </Button>
      </div>
    </Dialog>
  );
}

/** The preview under these choices; the former one stays until it is here, or where there is none. */
function usePreview(start: Previewing, choices: Choices) {
  const [now, setNow] = useState({ preview: start.preview, refusal: "" });
  const { delimiter, decimal, header } = choices;
  useEffect(() => {
    const stop = new AbortController();
    previewFile(start.file, { name: start.file.name, delimiter, decimal, header }, stop.signal).then(
      (preview) => setNow({ preview, refusal: "" }),
      (reason: unknown) => {
        if (reason instanceof Cancelled) return;
        setNow((before) => ({ ...before, refusal: refusalInWords(reason) }));
      },
    );
    return () => stop.abort();
  }, [start.file, delimiter, decimal, header]);
  return now;
}
