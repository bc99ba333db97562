import { createSource } from "./source";

export type NoticeKind = "info" | "good" | "warn" | "bad";

export interface Notice {
  readonly title: string;
  readonly text?: string;
  readonly kind?: NoticeKind;
  /** How long it stays: 8 where not given; 0 keeps it until it is closed. */
  readonly seconds?: number;
  readonly action?: { readonly label: string; run(): void };
}

export type NoticeOrder = { readonly id: string; readonly show: Notice | null };

/** What the region has still to show (or, with null, to take away), oldest first: it is fetched with the first notice. */
export const noticeOrders = createSource<readonly NoticeOrder[]>([]);
let count = 0;

/** Shows a notice and has it read out politely. Returns its id for `dismissNotice`. */
export function notify(notice: Notice): string {
  count += 1;
  const id = `notice-${count}`;
  noticeOrders.set([...noticeOrders.get(), { id, show: notice }]);
  return id;
}

/** Takes a notice away; an id that is gone already does nothing. */
export function dismissNotice(id: string): void {
  noticeOrders.set([...noticeOrders.get(), { id, show: null }]);
}
