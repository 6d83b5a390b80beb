import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { refresh, tab } from "@/tests/support/realtime/fake-browser";
import { Live, Page, event, gather, openTabPerTest, pass, say } from "@/tests/support/realtime/live-page";

vi.mock("pusher-js", () => import("@/tests/support/realtime/fake-browser"));
vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);
openTabPerTest();

let hasMissed: boolean | Promise<boolean> = false;
const asked = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ hasMissed: await hasMissed }));
const questions = () => asked.mock.calls.map(([, init]) => JSON.parse(String(init.body)) as unknown);
beforeEach(() => {
  hasMissed = false;
  vi.stubGlobal("fetch", asked);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  asked.mockClear();
});

const CHANNELS = ["doctor-1", "doctor-2"];
const pageAt = (since: string) => (
  <Page>
    <Live channels={CHANNELS} since={since} />
  </Page>
);
async function join(): Promise<void> {
  await pass(0);
  act(() => tab.connection.become("connected"));
  for (const channel of CHANNELS) say(channel, "pusher:subscription_succeeded");
  await pass(100);
}

it("is not refreshed after joining its channels when nothing was missed, and asks once", async () => {
  render(pageAt("p1"));
  await join();
  await pass(5_000);
  expect(questions()).toEqual([{ since: "p1", channels: CHANNELS }]);
  expect(refresh).not.toHaveBeenCalled();
});

it("is refreshed once when something was missed", async () => {
  hasMissed = true;
  render(pageAt("p1"));
  await join();
  await pass(5_000);
  expect([questions().length, refresh.mock.calls.length]).toEqual([1, 1]);
});

it("asks with the latest position after an interruption", async () => {
  const page = render(pageAt("p1"));
  await join();
  page.rerender(pageAt("p2"));
  act(() => tab.connection.become("connecting"));
  await join();
  expect(questions().at(-1)).toEqual({ since: "p2", channels: CHANNELS });
  expect(refresh).not.toHaveBeenCalled();
  hasMissed = true;
  act(() => tab.connection.become("connecting"));
  await join();
  await gather();
  expect(refresh).toHaveBeenCalledOnce();
});

it("asks when someone comes back to the tab within a minute, and is refreshed without asking after that", async () => {
  render(pageAt("p1"));
  await join();
  const show = (visibility: string) => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility as DocumentVisibilityState);
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
  };
  show("hidden");
  await pass(5_000);
  show("visible");
  await pass(1_000);
  expect([questions().length, refresh.mock.calls.length]).toEqual([2, 0]);
  hasMissed = true;
  show("hidden");
  await pass(5_000);
  show("visible");
  await pass(1_000);
  expect([questions().length, refresh.mock.calls.length]).toEqual([3, 1]);
  show("hidden");
  await pass(61_000);
  show("visible");
  await pass(1_000);
  expect([questions().length, refresh.mock.calls.length]).toEqual([3, 2]);
});

it("is refreshed once when an event comes before the answer", async () => {
  let answer: (one: boolean) => void = () => undefined;
  hasMissed = new Promise((resolve) => (answer = resolve));
  render(pageAt("p1"));
  await join();
  say("doctor-1", "availability.changed", event(1));
  await gather();
  answer(true);
  await pass(5_000);
  expect(refresh).toHaveBeenCalledOnce();
});

it("is refreshed without asking when it may no longer hear a channel", async () => {
  render(pageAt("p1"));
  await join();
  say("doctor-1", "pusher:subscription_error", { error: "refused" });
  await gather();
  expect([questions().length, refresh.mock.calls.length]).toEqual([1, 1]);
});
