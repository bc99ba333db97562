import { unguarded } from "./apostrophe";
import { isMissing } from "./cell";

/** What a cell of text holds: '' for no value, and no apostrophe that only guards against formulas. */
export const cellText = (cell: string): string => (isMissing(cell) ? "" : unguarded(cell.trim()));
