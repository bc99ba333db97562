import { Moon, Redo2, Sun, Undo2 } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { pointQuestion } from "../scene/pointQuestion";
import { settledHandle } from "../scene/settledHandle";
import { commit, onSettled, redo, undo } from "../state/history";
import type { LinkNotice } from "../state/linkCodec";
import { store, update } from "../state/store";
import { useParameter } from "../state/useParameter";
import { Announcer, announce } from "../ui/Announcer";
import { Button, IconButton } from "../ui/Button";
import { NoticeRegion } from "../ui/NoticeRegion";
import { notify } from "../ui/notify";
import { useNarrow } from "../ui/useNarrow";
import { useSource } from "../ui/useSource";
import { CHAPTER_LIST, useChapter } from "./chapters";
import { DataChip } from "./data/DataChip";
import { previewing } from "./data/importState";
import { ErrorBoundary } from "./ErrorBoundary";
import { LessonView } from "./LessonView";
import css from "./Shell.module.css";
import { applyTheme, followSystem, initialTheme, rememberTheme, type Theme } from "./theme";

const SpectrumPanel = lazy(() => import("./SpectrumPanel"));
const PointEntry = lazy(() => import("./PointEntry"));
/** Nobody drops a file before there is something to drop it on. */
const FileDrop = lazy(async () => ({ default: (await import("./data/FileDrop")).FileDrop }));
const ImportProgress = lazy(async () => ({ default: (await import("./data/ImportProgress")).ImportProgress }));
const ImportPreview = lazy(async () => ({ default: (await import("./data/ImportPreview")).ImportPreview }));
/** Links are read and written by it; a page that opens without one is drawn before it is here. */
const linkSync = () => import("./linkSync");
const KeyList = lazy(() => import("./KeyList"));
/** Only narrow windows have it. */
const Sheet = lazy(async () => ({ default: (await import("../ui/Sheet")).Sheet }));

export function Shell({ notice }: { readonly notice: LinkNotice | null }) {
  const narrow = useNarrow();
  const chapter = useChapter(
    useParameter((s) => s.app.chapter),
    tellNotLoaded,
  );
  const [keysShown, setKeysShown] = useState(false);
  useUndoKeys();
  useEffect(() => settledHandle.subscribe(readSettled), []);
  useKey("?", () => setKeysShown(true));
  useAddress(notice);
  const lesson = (
    <LessonView
      key={chapter.id}
      chapter={chapter}
      number={CHAPTER_LIST.find(({ id }) => id === chapter.id)?.number ?? 1}
    />
  );
  const inspector = (
    <>
      <chapter.Inspector />
      <Suspense>
        <SpectrumPanel />
      </Suspense>
    </>
  );
  return (
    <div className={css.shell}>
      <button type="button" className={css.skip} onClick={focusStage}>
        Skip to the stage
      </button>
      <Header />
      {!narrow && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a lesson longer than the window scrolls, which the keyboard must reach too
        <aside className={css.lesson} aria-label="Lesson" tabIndex={0}>
          {lesson}
        </aside>
      )}
      <main className={css.main} id="stage" tabIndex={-1}>
        <ErrorBoundary key={chapter.id} what="This chapter">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on narrow screens the formula scrolls sideways, which the keyboard must reach too */}
          <section className={css.equation} aria-label="Equation" tabIndex={0}>
            <chapter.Equation />
          </section>
          <div className={css.stage}>
            <chapter.Stage />
          </div>
          <div className={css.transport}>
            <chapter.Transport />
          </div>
        </ErrorBoundary>
      </main>
      {narrow ? (
        <Suspense fallback={<div className={css.sheetToCome} />}>
          <Sheet
            label="Chapter"
            tabs={[
              { id: "lesson", label: "Lesson", content: lesson },
              { id: "controls", label: "Controls and numbers", content: inspector },
            ]}
          />
        </Suspense>
      ) : (
        <aside className={css.inspector} aria-label="Inspector">
          {inspector}
        </aside>
      )}
      <Suspense>
        <FileDrop onPicture={openPicture} />
        <ImportProgress />
      </Suspense>
      <PointEntryHost />
      <PreviewHost />
      {keysShown && (
        <Suspense>
          <KeyList onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
      <NoticeRegion />
      <Announcer />
    </div>
  );
}

/** A drag says nothing by itself; arrow keys change the handle's own value, which is read without us. */
function readSettled() {
  const settled = settledHandle.get();
  if (settled) announce(`${settled.name}: ${settled.words}`);
}

function Header() {
  const [theme, setTheme] = useState<Theme>(initialTheme);
  const current = useParameter((s) => s.app.chapter);
  const canUndo = useStore(store.temporal, (s) => s.pastStates.length > 0);
  const canRedo = useStore(store.temporal, (s) => s.futureStates.length > 0);
  const other: Theme = theme === "light" ? "dark" : "light";
  useEffect(
    () =>
      followSystem((next) => {
        setTheme(next);
        applyTheme(next);
      }),
    [],
  );
  const share = async () => {
    const hash = (await linkSync()).currentHash();
    const address = `${location.origin}${location.pathname}${hash}`;
    try {
      await navigator.clipboard.writeText(address);
      notify({ title: "Link copied. It opens exactly this picture.", kind: "good" });
    } catch {
      history.replaceState(null, "", hash);
      notify({ title: "The clipboard is not available here; the link is in the address bar.", kind: "info" });
    }
  };
  return (
    <header className={css.header}>
      <h1 className={css.brand}>
        <img src="./icon.svg" alt="" width={26} height={26} />
        <span className={css.brandName}>Eigenscope</span>
      </h1>
      <nav className={css.nav} aria-label="Chapters">
        {CHAPTER_LIST.map(({ id, name, number }) => (
          <button
            key={id}
            type="button"
            className={css.chapter}
            aria-current={id === current ? "page" : undefined}
            onClick={() => commit(() => update("app", { chapter: id }))}
          >
            <span className={css.number}>{number}</span> {name}
          </button>
        ))}
      </nav>
      <div className={css.actions}>
        <DataChip />
        <IconButton label="Undo" disabled={!canUndo} onClick={() => say("Undone", undo)}>
          <Undo2 size={17} aria-hidden />
        </IconButton>
        <IconButton label="Redo" disabled={!canRedo} onClick={() => say("Redone", redo)}>
          <Redo2 size={17} aria-hidden />
        </IconButton>
        <IconButton
          label={`Use the ${other} theme`}
          onClick={() => {
            setTheme(other);
            applyTheme(other);
            rememberTheme(other);
          }}
        >
          {theme === "light" ? <Moon size={17} aria-hidden /> : <Sun size={17} aria-hidden />}
        </IconButton>
        <Button kind="primary" onClick={() => void share()}>
          Share
        </Button>
      </div>
    </header>
  );
}

function openPicture(file: File): void {
  void import("../chapters/svd/openFile").then(
    ({ openFile }) => openFile(file, file.name),
    () => tellNotLoaded(),
  );
}

/** Enter on a handle asks for its exact place. */
function PointEntryHost() {
  const question = useSource(pointQuestion);
  const close = () => {
    pointQuestion.set(null);
    // A dialog that goes drops the focus it held; only in the next frame can another take it.
    requestAnimationFrame(() => question?.back());
  };
  return question ? (
    <Suspense>
      <PointEntry question={question} onClose={close} />
    </Suspense>
  ) : null;
}

function tellNotLoaded(again?: () => void): void {
  notify({
    title: "This chapter could not be loaded. Check the connection and try again.",
    kind: "bad",
    seconds: 0,
    action: again && { label: "Try again", run: again },
  });
}

function say(words: string, act: () => void): void {
  act();
  announce(words);
}

/** A file is looked at only when one is given. */
function PreviewHost() {
  return useSource(previewing) === null ? null : (
    <Suspense>
      <ImportPreview />
    </Suspense>
  );
}

function focusStage(): void {
  // A button, not a link to a fragment: what stands after # is the state.
  document.getElementById("stage")?.focus();
}

/** Says what the first address lacked, and keeps the address and the state equal from then on. */
function useAddress(first: LinkNotice | null): void {
  useEffect(() => {
    let changed = false;
    let stop = onSettled(() => {
      changed = true;
    });
    let gone = false;
    void linkSync().then(({ keepAddress, LINK_NOTICES, writeAddress }) => {
      stop();
      if (gone) return;
      const tell = (what: LinkNotice) => notify({ title: LINK_NOTICES[what], kind: "warn" });
      if (first) tell(first);
      stop = keepAddress(tell);
      if (changed) writeAddress();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [first]);
}

function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      // A text field being typed in has an undo of its own.
      if (event.target instanceof HTMLInputElement && event.target.type !== "range") return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) say("Redone", redo);
      else say("Undone", undo);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** A key of the whole page, out of the way where something is being typed. */
function useKey(key: string, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input:not([type=range]), textarea")) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [key]);
}
