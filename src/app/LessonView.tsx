import { Check, Circle } from "lucide-react";
import { useEffect } from "react";
import type { Chapter, Run } from "../chapters/chapter";
import { announce } from "../ui/Announcer";
import { useSource } from "../ui/useSource";
import { challengesDone, setStage, watchChallenges } from "./challenges";
import css from "./LessonView.module.css";

/** A chapter's words and its challenges, which tick themselves when the reader meets them. */
export function LessonView({ chapter, number }: { readonly chapter: Chapter; readonly number: number }) {
  const { title, paragraphs, challenges } = chapter.lesson;
  const done = useSource(challengesDone);
  useEffect(() => watchChallenges(challenges, ({ title: name }) => announce(`Challenge done: ${name}`)), [challenges]);
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
        {challenges.map((challenge) => (
          <li key={challenge.id} className={css.challenge} data-done={done.has(challenge) || undefined}>
            <h3 className={css.name}>
              {done.has(challenge) ? <Check size={14} aria-hidden /> : <Circle size={11} aria-hidden />}{" "}
              {challenge.title}
              <span className={css.hidden}>{done.has(challenge) ? " (done)" : " (open)"}</span>
            </h3>
            <p>
              <Runs runs={challenge.text} />
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
      <button key={run.text} type="button" className={css.sets} onClick={() => setStage(run.sets)}>
        {run.text}
      </button>
    ) : (
      <strong key={run.text} data-tone={run.tone}>
        {run.text}
      </strong>
    ),
  );
}
