import { Check, Circle } from "lucide-react";
import { useEffect, useState } from "react";
import type { Challenge, Chapter, Run, StatePatch } from "../chapters/chapter";
import { commit, onSettled } from "../state/history";
import { SLICES } from "../state/parameters";
import { store, update } from "../state/store";
import { announce } from "../ui/Announcer";
import css from "./LessonView.module.css";

/** A chapter's words and its challenges, which tick themselves when the state meets them. */
export function LessonView({ chapter, number }: { readonly chapter: Chapter; readonly number: number }) {
  const { title, paragraphs, challenges } = chapter.lesson;
  const done = useDone(challenges);
  return (
    <article className={css.lesson}>
      <p className={css.chapter}>Chapter {number}</p>
      <h2 className={css.title}>{title}</h2>
      {paragraphs.map((runs) => (
        <p key={JSON.stringify(runs)} className={css.paragraph}>
          <Runs runs={runs} />
        </p>
      ))}
      <ul className={css.challenges} aria-label="Challenges">
        {challenges.map(({ id, title: name, text }) => (
          <li key={id} className={css.challenge} data-done={done.has(id) || undefined}>
            <h3 className={css.name}>
              {done.has(id) ? <Check size={14} aria-hidden /> : <Circle size={11} aria-hidden />} {name}
              <span className={css.hidden}>{done.has(id) ? " (done)" : " (open)"}</span>
            </h3>
            <p>
              <Runs runs={text} />
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run) =>
    typeof run === "string" ? (
      run
    ) : "sets" in run ? (
      <button key={run.text} type="button" className={css.sets} onClick={() => apply(run.sets)}>
        {run.text}
      </button>
    ) : (
      <strong key={run.text} data-tone={run.tone}>
        {run.text}
      </strong>
    ),
  );
}

/** One undo step. */
const apply = (patch: StatePatch) =>
  commit(() => {
    for (const slice of SLICES) if (patch[slice]) update(slice, patch[slice]);
  });

/** What has been met since the page was opened: a challenge once done stays done. */
function useDone(challenges: readonly Challenge[]): ReadonlySet<string> {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  useEffect(
    () =>
      onSettled(() => {
        const met = challenges.filter((challenge) => challenge.done(store.getState()));
        setDone((before) => {
          const fresh = met.filter(({ id }) => !before.has(id));
          if (fresh.length === 0) return before;
          for (const { title } of fresh) announce(`Challenge done: ${title}`);
          return new Set([...before, ...fresh.map(({ id }) => id)]);
        });
      }),
    [challenges],
  );
  return done;
}
