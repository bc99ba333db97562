import { useEffect, useState } from "react";
import type { ColumnRole } from "../../data/import/options";
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
import { runImport } from "./runImport";

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
const ROLES: readonly { readonly value: ColumnRole; readonly label: string }[] = [
  { value: "number", label: "number" },
  { value: "category", label: "category" },
  { value: "label", label: "label" },
  { value: "one-hot", label: "0 and 1 for each value" },
  { value: "ignored", label: "left out" },
];
const FOUND = { text: "text", empty: "empty, left out" } as const;
/** More columns side by side are not read; the others are taken as they are found. */
const MOST_COLUMNS = 40;

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
        {preview.json ? "JSON" : preview.encoding}, {preview.columns.length.toLocaleString("en")} columns.{" "}
        {preview.columns.length > MOST_COLUMNS && `The first ${MOST_COLUMNS} are shown; the others are read as found. `}
        Nothing is changed until it is read.
      </p>
      {refusal !== "" && (
        <p className={css.refusal} role="alert">
          {refusal}
        </p>
      )}
      <Table preview={preview} choices={choices} onRoles={(roles) => say({ roles })} />
      <div className={css.answers}>
        <Button onClick={close}>Cancel</Button>
        <Button kind="primary" disabled={refusal !== ""} onClick={read}>
          Read the table
        </Button>
      </div>
    </Dialog>
  );
}

interface TableProps {
  readonly preview: Previewing["preview"];
  readonly choices: Choices;
  readonly onRoles: (roles: ReadonlyMap<string, ColumnRole>) => void;
}

function Table({ preview, choices, onRoles }: TableProps) {
  const shown = preview.columns.slice(0, MOST_COLUMNS);
  const choose = (name: string, role: ColumnRole | "found") => {
    const roles = new Map(choices.roles);
    if (role === "found") roles.delete(name);
    else roles.set(name, role);
    onRoles(roles);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={css.box} tabIndex={0} aria-label="First rows">
      <table className={css.table}>
        <caption className={css.caption}>First rows, and what each column is taken for</caption>
        <thead>
          <tr>
            {shown.map(({ name, role }) => (
              <th key={name} scope="col">
                <span className={css.name} title={name}>
                  {name}
                </span>
                <Select
                  label={`Role of ${name}`}
                  hideLabel
                  value={choices.roles?.get(name) ?? "found"}
                  options={[
                    {
                      value: "found" as const,
                      label: `found: ${role === "text" || role === "empty" ? FOUND[role] : role}`,
                    },
                    ...ROLES,
                  ]}
                  onChange={(value) => choose(name, value)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((cells, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place alone
            <tr key={i}>
              {shown.map(({ name }, j) => (
                <td key={name} title={cells[j]}>
                  {cells[j]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
        setNow((before) => ({ ...before, refusal: reason instanceof Error ? reason.message : String(reason) }));
      },
    );
    return () => stop.abort();
  }, [start.file, delimiter, decimal, header]);
  return now;
}
