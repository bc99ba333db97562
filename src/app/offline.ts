/** Keeps the app in the browser for visits without a network, and says when a newer one is ready: it never reloads by itself. */
import { dismissNotice, type Notice, notify } from "../ui/notify";
import { importing } from "./data/importState";

/** Before the app is kept: who has just arrived may drop a file at once, and on two cores that would take a fifth longer. */
const SETTLED_MS = 5000;

/** Starts once the page is at rest. Where there are no service workers the app needs its network, and nothing else is missing. */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // What is fetched for the next visit must not hold up this one.
  await loaded();
  do {
    await new Promise((done) => setTimeout(done, SETTLED_MS));
    await idle();
  } while (importing.get());
  try {
    const registration = await navigator.serviceWorker.register("./sw.js");
    offerUpdates(registration);
  } catch {
    // Private windows and addresses without TLS refuse.
  }
}

function offerUpdates(registration: ServiceWorkerRegistration): void {
  // The first worker takes the page over as well, which is no news.
  let former = registration.active !== null;
  let asked = false;
  let shown = "";
  const say = (notice: Pick<Notice, "title" | "text">, reload: () => void) => {
    dismissNotice(shown);
    shown = notify({ ...notice, seconds: 0, action: { label: "Reload", run: reload } });
  };
  const offer = () =>
    say({ title: "A newer version is ready", text: "What you have made stays as it is." }, () => {
      asked = true;
      registration.waiting?.postMessage({ type: "SKIP_WAITING" });
    });
  if (registration.waiting) offer();
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && registration.active) offer();
    });
  });
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (former)
      say(
        {
          title: "Eigenscope was updated in another tab",
          text: "Reload this one too: parts not opened yet may be missing until then.",
        },
        () => location.reload(),
      );
    former = true;
  });
}

const loaded = () =>
  new Promise<void>((done) => {
    if (document.readyState === "complete") done();
    else addEventListener("load", () => done(), { once: true });
  });

/** Safari has no idle callback. */
const idle = () =>
  new Promise<void>((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done());
    else setTimeout(done, 1000);
  });
