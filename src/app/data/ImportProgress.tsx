import { Button } from "../../ui/Button";
import { useSource } from "../../ui/useSource";
import css from "./ImportProgress.module.css";
import { cancelImport } from "./importing";
import { importing } from "./importState";

const MEGABYTE = 1e6;

/** How far the reading of a file has come, and the way to give it up. */
export function ImportProgress() {
  const now = useSource(importing);
  if (!now) return null;
  const { name, bytes, total, rows } = now;
  const megabytes = (count: number) => (count / MEGABYTE).toFixed(1);
  return (
    <section className={css.bar} aria-label={`Reading ${name}`}>
      <div className={css.words}>
        <strong>Reading {name}</strong>
        <span>
          {rows.toLocaleString("en")} rows, {megabytes(bytes)} of {megabytes(total)} MB
        </span>
      </div>
      <progress max={Math.max(1, total)} value={bytes} aria-label={`Progress of reading ${name}`} />
      <Button onClick={() => void cancelImport()}>Cancel</Button>
    </section>
  );
}
