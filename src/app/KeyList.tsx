import { Dialog } from "../ui/Dialog";
import { Table } from "../ui/Table";

const KEYS: readonly (readonly [string, string])[] = [
  ["Tab", "to the next handle or control"],
  ["Arrows on a handle", "move it by 1/50 of the view; Shift 1/10, Alt 1/200"],
  ["Page Up, Page Down on a handle in space", "move it along z; a drag with Shift keeps to one axis"],
  ["Enter on a handle", "types its exact place"],
  ["Escape", "takes the gesture back"],
  ["Arrows, + and − on the stage", "move and zoom the view, in space turn it; 0 brings it home"],
  ["Up, Down in a number", "change it by a step; Shift × 10, Alt ÷ 10"],
  ["Space", "plays and pauses"],
  ["[ and ]", "step back and forward"],
  ["Ctrl + Z, Ctrl + Shift + Z", "undo, redo"],
  ["?", "this list"],
];

/** What the keyboard does, everywhere. */
export default function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys">
      <Table
        caption="What each key does"
        columns={[
          { key: "key", label: "Key" },
          { key: "act", label: "What it does" },
        ]}
        rows={KEYS.map((cells) => ({ key: cells[0], cells }))}
      />
    </Dialog>
  );
}
