import { BoxSelect, Hand, Lasso, Move } from "lucide-react";
import type { ReactNode } from "react";
import { commit } from "../../../state/history";
import type { Parameters } from "../../../state/parameters";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Segmented } from "../../../ui/Segmented";
import css from "./overlay.module.css";

type Tool = Parameters["pca"]["tool"];

const icon = (picture: ReactNode, words: string) => (
  <span className={css.tool} title={words}>
    {picture}
    <span className={css.unseen}>{words}</span>
  </span>
);
const TOOLS: readonly { readonly value: Tool; readonly label: ReactNode }[] = [
  { value: "look", label: icon(<Hand size={16} aria-hidden />, "Look: drag the background") },
  { value: "drag", label: icon(<Move size={16} aria-hidden />, "Drag points") },
  { value: "box", label: icon(<BoxSelect size={16} aria-hidden />, "Select by a box") },
  { value: "lasso", label: icon(<Lasso size={16} aria-hidden />, "Select by a lasso") },
];

interface Props {
  /** Whether a point's place is one that the hand may change. */
  readonly movable?: boolean;
  /** Further choices of the view. */
  readonly children?: ReactNode;
}

/** What a pointer on the stage does. */
export function ToolBar({ movable = true, children }: Props) {
  const tool = useParameter((s) => s.pca.tool);
  return (
    <div className={css.tools}>
      <Segmented
        label="Pointer on the stage"
        value={movable || tool !== "drag" ? tool : "look"}
        options={movable ? TOOLS : TOOLS.filter(({ value }) => value !== "drag")}
        onChange={(value) => commit(() => update("pca", { tool: value }))}
      />
      {children}
    </div>
  );
}
