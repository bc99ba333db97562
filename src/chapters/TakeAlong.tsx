import { Code } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import type { Picture } from "../scene/picture";
import { fileName, saveFile } from "../scene/saveFile";
import type { Source } from "../scene/source";
import { announce } from "../ui/Announcer";
import { Button, IconButton } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import type { MenuItem } from "../ui/Menu";
import { notify } from "../ui/notify";
import { type CodeLine, codeText } from "./code";
import type { Lit } from "./paintCode";

/** What is made may be fetched only when it is wanted. */
type Later<T> = T | Promise<T>;

interface Props {
  /** The stage as it is now; null while there is nothing to take along. */
  readonly picture: () => Later<Picture | null>;
  /** The snippet that makes the numbers of now. */
  readonly code: Source<readonly CodeLine[]>;
  /** Whether there is nothing yet that a snippet could repeat. */
  readonly noCode?: boolean;
  /** Where the chapter keeps what is pointed at, if its code says what each line makes. */
  readonly lit?: Lit;
  readonly latex?: () => Later<string>;
  /** Rows of comma-separated values, the names first. */
  readonly csv?: () => Later<string>;
  /** Further acts of the chapter's own, last in the menu. */
  readonly more?: readonly MenuItem[];
}

const load = () => import("../ui/Menu");
const Menu = lazy(async () => ({ default: (await load()).Menu }));

const CodePanel = lazy(() => import("./CodePanel"));

/** All that a chapter gives away: code to copy and to read, pictures, numbers. Menu, code and painters are fetched when they are wanted. */
export function TakeAlong({ code, noCode, lit, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      <CopyButton text={() => codeText(code.get())} disabled={noCode}>
        Copy as NumPy
      </CopyButton>
      <IconButton
        label="Show NumPy"
        aria-expanded={shown && !noCode}
        aria-controls={shown ? id : undefined}
        disabled={noCode}
        onClick={() => setShown(!shown)}
      >
        <Code size={16} aria-hidden />
      </IconButton>
      <Export {...rest} />
      {shown && !noCode && (
        <Suspense>
          <CodePanel id={id} code={code} lit={lit} />
        </Suspense>
      )}
    </>
  );
}

function Export({ picture, latex, csv, more = [] }: Pick<Props, "picture" | "latex" | "csv" | "more">) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button aria-haspopup="menu" onClick={() => setWanted(true)} onPointerEnter={load} onFocus={load}>
      Export
    </Button>
  );
  if (!wanted) return button;
  const items = [
    { label: "PNG, 2×", run: () => take(picture, "png") },
    { label: "SVG", run: () => take(picture, "svg") },
    ...(csv ? [{ label: "Numbers as CSV", run: () => saveNumbers(csv, picture) }] : []),
    ...(latex ? [{ label: "Copy as LaTeX", run: () => copy(latex) }] : []),
    ...more,
  ];
  return (
    <Suspense fallback={button}>
      <Menu trigger="Export" items={items} defaultOpen />
    </Suspense>
  );
}

async function take(picture: () => Later<Picture | null>, format: "png" | "svg"): Promise<void> {
  const now = await picture();
  if (!now) return void notify({ title: "There is no picture yet.", kind: "info" });
  try {
    const { savePicture } = await import("../scene/savePicture");
    await savePicture(now, format);
    announce(`Picture saved as ${format.toUpperCase()}`);
  } catch (error) {
    notify({ title: "The picture could not be made.", text: error instanceof Error ? error.message : "", kind: "bad" });
  }
}

async function saveNumbers(csv: () => Later<string>, picture: () => Later<Picture | null>): Promise<void> {
  const title = (await picture())?.title ?? "numbers";
  saveFile(new Blob([await csv()], { type: "text/csv;charset=utf-8" }), fileName(title, "csv"));
}

async function copy(text: () => Later<string>): Promise<void> {
  try {
    // An insecure origin has no clipboard at all, so the call itself may throw.
    await navigator.clipboard.writeText(await text());
    notify({ title: "Copied to the clipboard.", kind: "good", seconds: 3 });
  } catch {
    notify({ title: "The browser refused the clipboard.", kind: "bad" });
  }
}
