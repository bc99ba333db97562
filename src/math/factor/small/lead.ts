/**
 * +1 or −1: the sign that makes the entry of larger size of (x, y) positive; of equals, the first decides, with a hair's margin so that
 * rounding does not choose between entries that are equal in exact arithmetic.
 */
export function leads(x: number, y: number): 1 | -1 {
  const lead = Math.abs(x) >= Math.abs(y) * (1 - 1e-12) ? x : y;
  return lead < 0 ? -1 : 1;
}

/** The same of three entries. */
export function leads3(x: number, y: number, z: number): 1 | -1 {
  let lead = x;
  if (Math.abs(y) > Math.abs(lead) * (1 + 1e-12)) lead = y;
  if (Math.abs(z) > Math.abs(lead) * (1 + 1e-12)) lead = z;
  return lead < 0 ? -1 : 1;
}
