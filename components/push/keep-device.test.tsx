import { render, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepVisit, keptText } from "@/components/offline/kept-visit";
import { KeepDevice } from "./keep-device";

const KEY = "BA".padEnd(87, "A");
const keyBytes = Uint8Array.from(atob(`${KEY.replaceAll("-", "+").replaceAll("_", "/")}=`), (one) => one.charCodeAt(0));
const unsubscribe = vi.fn(() => Promise.resolve(true));
const subscription = {
  endpoint: "https://fcm.googleapis.com/fcm/send/1",
  options: { applicationServerKey: keyBytes.buffer },
  toJSON: () => ({ keys: { p256dh: "p", auth: "a" } }),
  unsubscribe,
};
const asked = vi.fn(() => Promise.resolve(Response.json({ id: "confirmed" })));
const register = vi.fn();

const show = (userId: string, session = "first") =>
  render(<KeepDevice userId={userId} session={session} build="7" publicKey={KEY} />);
const marked = () => JSON.parse(localStorage.getItem("caresync-push") ?? "null") as unknown;
const mark = { userId: "one", session: "first", id: "id" };

beforeEach(() => {
  localStorage.setItem("caresync-push", JSON.stringify(mark));
  vi.clearAllMocks();
  const registration = { pushManager: { getSubscription: () => Promise.resolve(subscription) } };
  register.mockResolvedValue(registration);
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("Notification", { permission: "granted" });
  vi.stubGlobal("fetch", asked);
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: { register, getRegistration: () => Promise.resolve(registration), ready: Promise.resolve(registration) },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  Reflect.deleteProperty(navigator, "serviceWorker");
});

it("starts the build's service worker, and leaves what fits as it is", async () => {
  show("one");
  await waitFor(() => expect(register).toHaveBeenCalledWith("/service-worker.js?build=7", { scope: "/" }));
  expect([marked(), unsubscribe.mock.calls.length, asked.mock.calls.length]).toEqual([mark, 0, 0]);
});

it("confirms the browser after a new sign-in", async () => {
  show("one", "second");
  await waitFor(() => expect(marked()).toEqual({ userId: "one", session: "second", id: "confirmed" }));
  expect(asked).toHaveBeenCalledWith("/api/push-subscriptions", expect.objectContaining({ method: "POST" }));
});

it("ends what another account had turned on, and forgets its appointment", async () => {
  const [start, end] = [new Date(Date.now() + 60_000), new Date(Date.now() + 120_000)].map((at) => at.toISOString());
  const facts = { timeZone: "UTC", isVideo: false, isPending: false, place: null, address: null };
  keepVisit({ userId: "one", start: start!, end: end!, keptAt: start!, ...facts });
  show("two");
  await waitFor(() => expect(unsubscribe).toHaveBeenCalled());
  expect([marked(), keptText(), asked.mock.calls.length]).toEqual([null, null, 0]);
});
