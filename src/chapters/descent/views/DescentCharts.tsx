import { derive } from "../../../scene/source";
import { useSource } from "../../../ui/useSource";
import { ground, walkable } from "../sources";
import css from "./DescentCharts.module.css";
import { ErrorChart } from "./ErrorChart";
import { FitChart } from "./FitChart";
import { LeftChart } from "./LeftChart";
import { LossChart } from "./LossChart";

const hasLine = derive([ground], ({ fit }) => fit !== null);

/** What stands beside the contours. */
export function DescentCharts() {
  const onLine = useSource(hasLine);
  if (!useSource(walkable)) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a short screen the charts scroll, which the keyboard must reach too
    <section className={css.charts} aria-label="Charts of the run" tabIndex={0}>
      <LossChart />
      <LeftChart />
      {onLine ? <FitChart /> : <ErrorChart />}
    </section>
  );
}
