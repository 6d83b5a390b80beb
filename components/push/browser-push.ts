import type { AddSubscriptionInput } from "@/lib/domain/push/schema";
import { files } from "@/lib/site/files";

/** Whose notifications this browser shows, since which sign-in, and as which of the account's. Kept on the device. */
export type DeviceMark = { userId: string; session: string; id: string };

const MARK = "caresync-push";

/** Tells whether this browser can show notifications while no page is open. */
export function canPush(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** On Apple's phones and tablets only an installed app can. An iPad says that it is a Mac, but Macs have no touch screen. */
export function needsInstalling(): boolean {
  const isPad = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  return (isPad || /iPhone|iPad|iPod/.test(navigator.userAgent)) && !canPush();
}

/** Starts this build's service worker, or returns the one that runs; null where the browser has or allows none. */
export async function startWorker(build: string): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  const script = `${files.serviceWorker}?build=${encodeURIComponent(build)}`;
  // A browser may refuse it, for one in private mode.
  return (await navigator.serviceWorker.register(script, { scope: "/" }).catch(() => null)) ?? null;
}

/** Returns this browser's subscription, if it has one. */
export async function findOwnSubscription(): Promise<PushSubscription | null> {
  if (!canPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Subscribes this browser with the site's key; one that has subscribed with another key starts again. */
export async function subscribe(publicKey: string, build: string): Promise<PushSubscription> {
  if (!(await startWorker(build))) throw new Error("no service worker");
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known && keyOf(known) === publicKey) return known;
  await known?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** The key it has subscribed with, as base64url. */
export function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** What the server has to know of a subscription. */
export function addressOf(subscription: PushSubscription): AddSubscriptionInput {
  const { keys } = subscription.toJSON();
  return { endpoint: subscription.endpoint, keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" } };
}

/** Returns whose notifications this browser shows; null for no one's. */
export function readMark(): DeviceMark | null {
  try {
    return JSON.parse(localStorage.getItem(MARK) ?? "null") as DeviceMark | null;
  } catch {
    return null;
  }
}

export function writeMark(mark: DeviceMark | null): void {
  try {
    if (mark) localStorage.setItem(MARK, JSON.stringify(mark));
    else localStorage.removeItem(MARK);
  } catch {
    // A browser that stores nothing asks again each time.
  }
}
