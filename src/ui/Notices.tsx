import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import css from "./Notices.module.css";
import { type NoticeOrder, noticeOrders } from "./notify";
import { useSource } from "./useSource";

type Manager = Pick<ReturnType<typeof Toast.useToastManager>, "add" | "close">;

function carryOut({ id, show }: NoticeOrder, manager: Manager): void {
  if (!show) {
    manager.close(id);
    return;
  }
  const { action } = show;
  manager.add({
    id,
    title: show.title,
    description: show.text,
    type: show.kind ?? "info",
    timeout: (show.seconds ?? 8) * 1000,
    priority: "low",
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.run();
        manager.close(id);
      },
    },
  });
}

/** Gives the orders to the provider itself: a manager outside it is heard only after this effect has run, and the first notice would be lost. */
function Orders() {
  const orders = useSource(noticeOrders);
  const { add, close } = Toast.useToastManager();
  useEffect(() => {
    if (orders.length === 0) return;
    noticeOrders.set([]);
    for (const order of orders) carryOut(order, { add, close });
  }, [orders, add, close]);
  return null;
}

function Toasts() {
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

/** The region itself, with Base UI's toasts. */
export default function Notices() {
  return (
    <Toast.Provider limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={css.region} aria-label="Notices">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
      <Orders />
    </Toast.Provider>
  );
}
