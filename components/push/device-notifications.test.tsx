import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addSubscriptionAction, removeSubscriptionAction, sendTestPushAction } from "@/lib/domain/push/actions";
import { DeviceNotifications } from "./device-notifications";

vi.mock("@/lib/domain/push/actions", () => ({
  addSubscriptionAction: vi.fn(),
  removeSubscriptionAction: vi.fn(),
  sendTestPushAction: vi.fn(),
}));
const said = vi.hoisted(() => ({ success: vi.fn(), error: vi.fn() }));
vi.mock("@/components/ui/toast", () => ({ toast: said }));

const AT = "2026-11-28T08:00:00Z";
const item = (id: string, device: string) => ({ id, device, createdAt: AT, seenAt: AT, lastUsedAt: null });
const THIS = item("0199d000-0000-7000-8000-000000000001", "Chrome on Android");
const OTHER = item("0199d000-0000-7000-8000-000000000002", "Firefox on Windows");
const KEY = "BA".padEnd(87, "A");

const subscription = {
  endpoint: "https://fcm.googleapis.com/fcm/send/1",
  options: { applicationServerKey: null },
  toJSON: () => ({ keys: { p256dh: "p", auth: "a" } }),
  unsubscribe: vi.fn(() => Promise.resolve(true)),
};
let subscribed: typeof subscription | null = null;
let permission: NotificationPermission = "default";

/** A browser that can show notifications, as far as the card looks. */
function pretend(answer: NotificationPermission = "granted"): void {
  const pushManager = {
    getSubscription: () => Promise.resolve(subscribed),
    subscribe: () => Promise.resolve((subscribed = subscription)),
  };
  const registration = { pushManager };
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("Notification", {
    get permission() {
      return permission;
    },
    requestPermission: () => Promise.resolve((permission = answer)),
  });
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: {
      register: () => Promise.resolve(registration),
      getRegistration: () => Promise.resolve(registration),
      ready: Promise.resolve(registration),
    },
  });
}

const show = (...items: (typeof THIS)[]) =>
  render(<DeviceNotifications userId="one" session="s" build="b" publicKey={KEY} items={items} />);
const mark = (userId: string) =>
  localStorage.setItem("caresync-push", JSON.stringify({ userId, session: "s", id: THIS.id }));

beforeEach(() => {
  localStorage.clear();
  [subscribed, permission] = [null, "default"];
  vi.mocked(addSubscriptionAction).mockResolvedValue({ ok: true, data: THIS });
  vi.mocked(removeSubscriptionAction).mockResolvedValue({ ok: true, data: undefined });
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const name of ["serviceWorker", "userAgent", "maxTouchPoints"]) Reflect.deleteProperty(navigator, name);
});

it("says when the browser can't", async () => {
  show();
  expect(await screen.findByText("This browser can't show notifications")).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

it.each([
  ["an iPhone", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X)", 5],
  ["an iPad, which says that it is a Mac", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5],
])("says how to install CareSync on %s first", async (_what, userAgent, maxTouchPoints) => {
  for (const [name, value] of Object.entries({ userAgent, maxTouchPoints }))
    Object.defineProperty(navigator, name, { configurable: true, value });
  show();
  expect(await screen.findByText("Add CareSync to your home screen first")).toBeVisible();
});

it("says when the browser was told not to", async () => {
  pretend();
  permission = "denied";
  show();
  expect(await screen.findByText("Notifications are blocked in this browser")).toBeVisible();
});

it("turns on, when the browser's owner allows it, and says who may be told", async () => {
  pretend();
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Turn on" }));
  expect(await screen.findByText("Notifications are on")).toBeVisible();
  expect(addSubscriptionAction).toHaveBeenCalledWith({
    endpoint: subscription.endpoint,
    keys: { p256dh: "p", auth: "a" },
  });
  expect(JSON.parse(localStorage.getItem("caresync-push") ?? "")).toEqual({ userId: "one", session: "s", id: THIS.id });
});

it("stays off when its owner refuses", async () => {
  pretend("denied");
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Turn on" }));
  expect(await screen.findByText("Notifications are blocked in this browser")).toBeVisible();
  expect(subscribed).toBeNull();
});

it("tries it out, and says what became of it", async () => {
  pretend();
  [subscribed, permission] = [subscription, "granted"];
  mark("one");
  show(THIS);
  vi.mocked(sendTestPushAction).mockResolvedValueOnce({ ok: true, data: { result: "accepted" } });
  await userEvent.click(await screen.findByRole("button", { name: "Send a test notification" }));
  await waitFor(() => expect(said.success).toHaveBeenLastCalledWith("Sent. It should appear in a few seconds."));
  vi.mocked(sendTestPushAction).mockResolvedValueOnce({ ok: true, data: { result: "later" } });
  await userEvent.click(screen.getByRole("button", { name: "Send a test notification" }));
  await waitFor(() => expect(said.error).toHaveBeenLastCalledWith(expect.stringContaining("isn't answering")));
});

it("turns off, in the browser too", async () => {
  pretend();
  [subscribed, permission] = [subscription, "granted"];
  mark("one");
  show(THIS);
  await userEvent.click(await screen.findByRole("button", { name: "Turn off" }));
  expect(await screen.findByText("Notifications are off")).toBeVisible();
  expect(removeSubscriptionAction).toHaveBeenCalledWith({ id: THIS.id });
  expect(subscription.unsubscribe).toHaveBeenCalled();
  expect(localStorage.getItem("caresync-push")).toBeNull();
});

it("is off for an account whose browser it isn't, and names its other devices", async () => {
  pretend();
  [subscribed, permission] = [subscription, "granted"];
  mark("two");
  show(OTHER);
  expect(await screen.findByText("Notifications are off")).toBeVisible();
  const others = screen.getByRole("list");
  expect(within(others).getByText("Firefox on Windows")).toBeVisible();
  await userEvent.click(within(others).getByRole("button", { name: "Turn off on Firefox on Windows" }));
  await waitFor(() => expect(removeSubscriptionAction).toHaveBeenLastCalledWith({ id: OTHER.id }));
});
