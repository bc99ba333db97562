/** What a reader can do here, as changes of the state. */
import type { Vec2 } from "../../math";
import { beginGesture, commit } from "../../state/history";
import type { Parameters } from "../../state/parameters";
import { store, update } from "../../state/store";
import { carry, groundOf } from "./ground";
import { STEPS } from "./model";
import { bowl, lambda, learningRate, start } from "./sources";
import { quadraticValley } from "./valley";

/** The largest α and the farthest start that a link may carry; what is carried over to another valley stays within. */
export const LARGEST_RATE = 1e6;
const FARTHEST = 1e12;
const within = (limit: number) => (value: number) => Math.max(-limit, Math.min(limit, value));

const ownStart = ([a, b]: Vec2): Vec2 => [within(FARTHEST)(a), within(FARTHEST)(b)];

/** From now on the dataset's run has a start and an α of its own: those in force, but for what `changes` says. */
function setOutset(changes: { start?: Vec2; learningRate?: number }): void {
  const to = { start: start.get(), learningRate: learningRate.get(), ...changes };
  const [from, rate] = [ownStart(to.start), Math.min(LARGEST_RATE, to.learningRate)];
  if (store.getState().descent.loss === "quadratic") update("descent", { start: from, learningRate: rate });
  else update("descent", { fitted: false, lineStart: from, lineRate: rate });
}

export const setStart = (to: Vec2): void => setOutset({ start: to });

export function setRate(alpha: number): void {
  beginGesture();
  setOutset({ learningRate: alpha });
}

/** α from the dial, in units of 1/λ₁. */
export const setDial = (value: number): void => setRate(value / bowl.get().lambda[0]);

export const goTo = (k: number): void => update("descent", { step: Math.max(0, Math.min(STEPS, k)) });

/** Sets κ = λ₁/λ₂ of the quadratic. */
export function setCondition(kappa: number): void {
  beginGesture();
  const small = lambda.get()[1];
  update("descent", { lambda: [small * kappa, small] });
}

/**
 * Changes what the loss is, as one undo step: α·λ₁ and the start's place along the eigenvectors stay, so that a steep valley does
 * not throw the run out at once, and the view fits itself again.
 */
export function changeGround(change: () => void): void {
  commit(() => {
    const before = { ...store.getState().descent, outset: { start: start.get(), learningRate: learningRate.get() } };
    const from = bowl.get();
    change();
    update("descent", { centre: [0, 0], span: 0 });
    // A run that the reader has not touched is carried over by itself.
    if (before.fitted) return;
    const after = store.getState();
    if (after.descent.loss === "quadratic") {
      if (before.loss === "quadratic") return;
      const [largest] = quadraticValley(after.descent.lambda as Vec2, after.descent.tilt).lambda;
      update("descent", {
        learningRate: Math.min(LARGEST_RATE, (before.outset.learningRate * from.lambda[0]) / largest),
      });
      return;
    }
    const to = groundOf(after).valley;
    if (!to) return;
    const carried = carry(from, to, before.outset);
    update("descent", {
      lineRate: Math.min(LARGEST_RATE, carried.learningRate),
      ...(before.loss === "quadratic" ? {} : { lineStart: ownStart(carried.start) }),
    });
  });
}

export const changeDescent = (changes: Partial<Parameters["descent"]>): void =>
  changeGround(() => update("descent", changes));
