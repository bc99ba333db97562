/** A line of a snippet, and the name of what it makes on the stage: pointing at one lights the other. */
export interface CodeLine {
  readonly text: string;
  readonly about?: string;
}

/** The snippet as it is copied and run. */
export const codeText = (lines: readonly CodeLine[]): string => `${lines.map(({ text }) => text).join("\n")}\n`;

/** The lines of a snippet that makes nothing which could be lit. */
export const plainLines = (text: string): readonly CodeLine[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => ({ text: line }));
