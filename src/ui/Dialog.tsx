import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import buttons from "./Button.module.css";
import css from "./Dialog.module.css";

/** A window over the page, or with `side` a drawer at the right. Escape, the cross and a press outside close it. */
export function Dialog(props: {
  open: boolean;
  onClose(): void;
  title: string;
  text?: string;
  side?: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Root
      open={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={css.scrim} />
        <Base.Popup className={`${css.popup} ${props.side ? css.side : css.centre} ${props.wide ? css.wide : ""}`}>
          <header className={css.head}>
            <Base.Title className={css.title}>{props.title}</Base.Title>
            <Base.Close className={`${buttons.button} ${buttons.icon} ${buttons.quiet}`} aria-label="Close">
              <X size={18} aria-hidden />
            </Base.Close>
          </header>
          {props.text && <Base.Description className={css.text}>{props.text}</Base.Description>}
          <div className={css.body}>{props.children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Asks before something is lost. Only an answer closes it. */
export function ConfirmDialog(props: {
  open: boolean;
  title: string;
  text: string;
  confirm: string;
  cancel?: string;
  onConfirm(): void;
  onCancel(): void;
}) {
  return (
    <AlertDialog.Root
      open={props.open}
      onOpenChange={(open) => {
        if (!open) props.onCancel();
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={css.scrim} />
        <AlertDialog.Popup className={`${css.popup} ${css.centre}`}>
          <AlertDialog.Title className={css.title}>{props.title}</AlertDialog.Title>
          <AlertDialog.Description className={css.text}>{props.text}</AlertDialog.Description>
          <div className={css.answers}>
            <AlertDialog.Close className={`${buttons.button} ${buttons.outline}`}>
              {props.cancel ?? "Cancel"}
            </AlertDialog.Close>
            <button type="button" className={`${buttons.button} ${buttons.primary}`} onClick={props.onConfirm}>
              {props.confirm}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
