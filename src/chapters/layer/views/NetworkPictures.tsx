import { LossCurve } from "../../../charts/LossCurve";
import { derive } from "../../../scene/source";
import { useSource } from "../../../ui/useSource";
import { horizon, now, shownStep, task } from "../networkSources";
import { type Measure, RECORD_EVERY } from "../run";
import { NetworkDiagram } from "./NetworkDiagram";
import css from "./NetworkStage.module.css";

/** The record as far as the step shown, and the step itself. */
const curve = (read: (measure: Measure) => number) =>
  derive([now], (at) => {
    if (!at) return [];
    const { step, run: of, measure } = at;
    const points = of
      .record()
      .map((m, k) => ({ step: k * RECORD_EVERY, value: read(m) }))
      .filter((p) => p.step <= Math.max(step, of.reached()));
    return step === of.reached() && step % RECORD_EVERY !== 0 ? [...points, { step, value: read(measure) }] : points;
  });
const loss = [
  { name: "training", points: curve((m) => m.trainLoss), tone: "ink" as const },
  { name: "test", points: curve((m) => m.testLoss), tone: "muted" as const, dashed: true },
];
const scores = [
  { name: "training", points: curve((m) => m.trainScore), tone: "ink" as const },
  { name: "test", points: curve((m) => m.testScore), tone: "muted" as const, dashed: true },
];
const byClass = derive([task], (of) => of.kind === "classes");

/** The diagram of the network, and the curves of its loss and score. Beside the stage, or among the controls where that is narrow. */
export function NetworkPictures() {
  const classes = useSource(byClass);
  const score = classes ? "Accuracy" : "R²";
  return (
    <div className={css.pictures}>
      <NetworkDiagram />
      <div className={css.curves}>
        <LossCurve
          title="Loss, log axis"
          lines={loss}
          end={horizon}
          step={shownStep}
          log
          label="Loss against the training step, for training and test rows"
        />
        <LossCurve
          key={score}
          title={score}
          percent={classes}
          lines={scores}
          end={horizon}
          step={shownStep}
          label={`${score} against the training step, for training and test rows`}
        />
      </div>
    </div>
  );
}
