/** A uniform sample of rows whose number is not known beforehand: Algorithm R (Vitter 1985). */
import type { Random } from "../../math";

export interface Reservoir {
  /** The place where the next row is to be kept, or −1 where it is passed over. */
  offer(): number;
  /** The places in the order in which their rows came. */
  order(): readonly number[];
}

/** Each of n rows is kept with probability capacity / n; all of them, in their order, where n ≤ capacity. */
export function createReservoir(capacity: number, random: Random): Reservoir {
  const rowOf: number[] = [];
  let seen = 0;
  return {
    offer() {
      const row = seen++;
      const place = row < capacity ? row : random.int(row + 1);
      if (place >= capacity) return -1;
      rowOf[place] = row;
      return place;
    },
    order: () => rowOf.map((_, place) => place).sort((a, b) => (rowOf[a] as number) - (rowOf[b] as number)),
  };
}
