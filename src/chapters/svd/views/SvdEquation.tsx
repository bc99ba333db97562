import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { Formula } from "../../../ui/Formula";
import { useSource } from "../../../ui/useSource";
import { errorWords } from "../model";
import { error, factoring, frame, shown, spectral } from "../sources";
import css from "./SvdInspector.module.css";

const norm = derive([spectral], (p) => p?.norm ?? 0);
const part = derive([error, norm], (e, n) => (n === 0 ? 0 : e / n));
const relative = derive([part], (p) => (p < 1e-11 ? "≈ 0" : `${formatNumber(100 * p)} %`));
const errorText = derive([error, norm], errorWords);
const first = derive([spectral], (p) => formatNumber(p?.s[0] ?? 0));
const k = derive([shown], String);
const waiting = (text: Source<string>) => derive([spectral, frame, text], (s, f, t) => (s && f ? t : "…"));
const slots = { k: waiting(k), first: waiting(first), error: waiting(errorText), relative: waiting(relative) };

const slot = (name: string, room: string, colour = "") => `\\htmlClass{${colour}slot-${name}}{\\text{${room}}}`;
const TEX =
  `A_k=\\sum_{i=1}^{k=${slot("k", "000")}}\\htmlClass{c-singular}{\\sigma_i}\\,u_i v_i^{\\top},\\qquad` +
  `\\htmlClass{c-singular}{\\sigma_1}=${slot("first", "000", "c-singular ")},\\qquad` +
  `\\lVert A-A_k\\rVert_F=\\sqrt{\\textstyle\\sum_{i>k}\\htmlClass{c-singular}{\\sigma_i}^2}=${slot("error", "0.000")}` +
  `\\;(${slot("relative", "00.0 \\%")})`;
const label = derive([spectral, frame, k, first, errorText, relative], (profile, drawn, rank, largest, left, share) => {
  if (!profile || !drawn)
    return "A k is the sum of the first k layers sigma i, u i, v i transposed; the picture is being factored";
  return `A k is the sum of the first ${rank} layers sigma i, u i, v i transposed; sigma 1 is ${largest}; the Frobenius norm of A minus A k, the root of the sum of the squares of the later sigma, is ${left}, ${share} of the norm of A`;
});

export function SvdEquation() {
  const busy = useSource(factoring);
  return (
    <span className={css.numbers} data-busy={busy || undefined}>
      <Formula tex={TEX} slots={slots} label={label} display />
    </span>
  );
}
