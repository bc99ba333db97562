import { useRef } from "react";
import { numberColumns } from "../../data/columns";
import { dataset as datasetOf } from "../../state/derived";
import { useParameter } from "../../state/useParameter";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Panel } from "../../ui/Panel";
import { ColumnSummaries } from "./ColumnSummaries";
import css from "./DataDrawer.module.css";
import { DatasetTable } from "./DatasetTable";
import { drawerOpen } from "./importState";
import { Notes } from "./Notes";
import { OpenData } from "./OpenData";
import { Roles } from "./Roles";
import { lookAgain } from "./runImport";

/** All about the shared dataset: what it is, where it comes from, what its columns are for, and how to take another. */
export default function DataDrawer() {
  const data = useParameter(datasetOf);
  // As it came, without the reader's changes: what its file gave.
  const loaded = useParameter((s) => s.loaded.dataset);
  const columns = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  return (
    <Dialog open onClose={() => drawerOpen.set(false)} title="Data" side wide>
      {data && (
        <Panel
          title={data.name}
          aside={
            <div className={css.ways}>
              <Button kind="quiet" onClick={() => columns.current?.scrollIntoView()}>
                To the columns
              </Button>
              <Button kind="quiet" onClick={() => rows.current?.scrollIntoView()}>
                To the rows
              </Button>
            </div>
          }
        >
          <p className={css.about}>
            {data.rows.toLocaleString("en")} rows × {numberColumns(data).length} number columns.{" "}
            {data.held < data.rows &&
              `${data.held.toLocaleString("en")} of them, drawn evenly, are kept for pictures; means and components use all. `}
            Source: {data.source}. Licence: {data.licence}.
          </p>
          {loaded?.id.startsWith("file:") && (
            <div>
              <Button onClick={() => void lookAgain(loaded)}>How this file was read</Button>
            </div>
          )}
          <Notes notes={data.notes} />
        </Panel>
      )}
      {data && <Roles data={data} />}
      <OpenData />
      {data && (
        <div ref={columns} key={`columns ${loaded?.id}`} className={css.part}>
          <ColumnSummaries data={data} />
        </div>
      )}
      {data && (
        <div ref={rows} key={`rows ${loaded?.id}`} className={css.part}>
          <DatasetTable data={data} />
        </div>
      )}
    </Dialog>
  );
}
