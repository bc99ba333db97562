import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import css from "./Notice.module.css";

export type NoticeKind = "info" | "good" | "warn" | "bad";

const manager = Toast.createToastManager();

/**
 * Shows a notice and has it read out politely. It goes after `seconds` (8 where not given; 0 keeps it until it is closed).
 * Returns its id for `dismissNotice`.
 */
export function notify(notice: {
  title: string;
  text?: string;
  kind?: NoticeKind;
  seconds?: number;
  action?: { label: string; run(): void };
}): string {
  const { action } = notice;
  const id: string = manager.add({
    title: notice.title,
    description: notice.text,
    type: notice.kind ?? "info",
    timeout: (notice.seconds ?? 8) * 1000,
    priority: "low",
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.run();
        manager.close(id);
      },
    },
  });
  return id;
}

/** Takes a notice away; an id that is gone already does nothing. */
export function dismissNotice(id: string): void {
  manager.close(id);
}

function Notices() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={css.notice} data-kind={toast.type} swipeDirection="down">
      <Toast.Content className={css.content}>
        <div className={css.words}>
          <Toast.Title className={css.title} />
          <Toast.Description className={css.text} />
        </div>
        {toast.actionProps && <Toast.Action className={css.action} />}
        <Toast.Close className={css.close} aria-label="Close notice">
          <X size={16} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Where notices appear; mounted once by the shell. */
export function NoticeRegion() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={css.region} aria-label="Notices">
          <Notices />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
