import css from "./Announcer.module.css";
import { LiveText } from "./LiveText";
import { createSource } from "./source";

const spoken = createSource("");

/** Has `text` read out by a screen reader when it is next idle. The same words twice are read twice. */
export function announce(text: string): void {
  // A trailing no-break space makes a repeat a change, without which it would stay silent.
  spoken.set(spoken.get() === text ? `${text}\u00a0` : text);
}

/** The page's one live region; mounted once by the shell. */
export function Announcer() {
  return (
    <div className={css.hidden} role="status" aria-live="polite">
      <LiveText source={spoken} />
    </div>
  );
}
