import { lazy, Suspense, useState } from "react";
import { noticeOrders } from "./notify";
import { useSource } from "./useSource";

const Notices = lazy(() => import("./Notices"));

/** Where notices appear; mounted once by the shell. Its code comes with the first notice. */
export function NoticeRegion() {
  const wanted = useSource(noticeOrders).length > 0;
  const [mounted, setMounted] = useState(false);
  if (wanted && !mounted) setMounted(true);
  return mounted ? (
    <Suspense>
      <Notices />
    </Suspense>
  ) : null;
}
