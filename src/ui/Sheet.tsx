import { Tabs } from "@base-ui/react/tabs";
import { ChevronDown, ChevronUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import css from "./Sheet.module.css";

export type SheetTab = { id: string; label: string; content: ReactNode };

/**
 * The bottom sheet of narrow screens: lesson, controls and numbers as tabs under the stage. Not modal, so the stage stays
 * in use; it folds to its tabs, and choosing a tab unfolds it.
 */
export function Sheet({ label, tabs }: { label: string; tabs: readonly SheetTab[] }) {
  const [open, setOpen] = useState(true);
  const [tab, setTab] = useState(tabs[0]?.id ?? "");
  const shown = tabs.some((t) => t.id === tab) ? tab : (tabs[0]?.id ?? "");
  return (
    <Tabs.Root
      className={css.sheet}
      data-open={open || undefined}
      render={<section aria-label={label} />}
      value={shown}
      onValueChange={(value: string) => {
        setTab(value);
        setOpen(true);
      }}
    >
      <div className={css.bar}>
        <Tabs.List className={css.tabs} aria-label={label}>
          {tabs.map((t) => (
            <Tabs.Tab key={t.id} className={css.tab} value={t.id} onClick={() => setOpen(true)}>
              {t.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <button
          type="button"
          className={css.fold}
          aria-expanded={open}
          aria-label={`${label} panel`}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown size={18} aria-hidden /> : <ChevronUp size={18} aria-hidden />}
        </button>
      </div>
      {tabs.map((t) => (
        <Tabs.Panel key={t.id} className={css.panel} value={t.id} hidden={!open || t.id !== shown} keepMounted>
          {t.content}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
