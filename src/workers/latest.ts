/**
 * At most one call under way and one waiting: a newer request takes the waiting one's place, so a slider that moves faster than
 * the worker answers is never more than one answer behind. A request that was passed over resolves to undefined.
 */
export function latest<A, R>(act: (argument: A) => Promise<R>): (argument: A) => Promise<R | undefined> {
  let busy = false;
  let waiting: { argument: A; settle: (result: Promise<R> | undefined) => void } | null = null;
  const start = async (argument: A): Promise<R> => {
    busy = true;
    try {
      return await act(argument);
    } finally {
      busy = false;
      const next = waiting;
      waiting = null;
      if (next) next.settle(start(next.argument));
    }
  };
  return (argument) => {
    if (!busy) return start(argument);
    waiting?.settle(undefined);
    return new Promise((resolve) => {
      waiting = { argument, settle: resolve };
    });
  };
}
