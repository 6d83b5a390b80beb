import { act, render } from "@testing-library/react";
import { StrictMode } from "react";
import { expect, it, vi } from "vitest";
import { refresh, tab } from "@/tests/support/realtime/fake-browser";
import {
  Live,
  Page,
  connect,
  event,
  gather,
  openTabPerTest,
  pass,
  renderLive,
  say,
} from "@/tests/support/realtime/live-page";

vi.mock("pusher-js", () => import("@/tests/support/realtime/fake-browser"));
vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);
openTabPerTest();

it("refreshes the page when something happens, and once for one event on two channels", async () => {
  renderLive("private-user-1", "private-doctor-1");
  await connect("private-user-1", "private-doctor-1");
  say("private-user-1", "availability.changed", event(1));
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
  say("private-doctor-1", "availability.changed", event(1));
  await pass(2_000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("refreshes after joining, because something may have happened since the page was rendered", async () => {
  renderLive("doctor-1");
  await pass(0);
  act(() => tab.connection.become("connected"));
  expect(refresh).not.toHaveBeenCalled();
  say("doctor-1", "pusher:subscription_succeeded");
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("refreshes after a reconnection", async () => {
  renderLive("doctor-1");
  await connect("doctor-1");
  act(() => tab.connection.become("connecting"));
  act(() => tab.connection.become("connected"));
  say("doctor-1", "pusher:subscription_succeeded");
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("doesn't refresh without a network, and does so once it is back", async () => {
  renderLive("doctor-1");
  await connect("doctor-1");
  const network = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  say("doctor-1", "availability.changed", event(1));
  say("doctor-1", "availability.changed", event(2));
  await pass(2_000);
  expect(refresh).not.toHaveBeenCalled();
  network.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("online")));
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
  act(() => void window.dispatchEvent(new Event("online")));
  await pass(2_000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("refreshes when someone comes back to the tab, but not after a glance elsewhere", async () => {
  renderLive("doctor-1");
  await connect("doctor-1");
  const show = (visibility: string) => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility as DocumentVisibilityState);
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
  };
  show("hidden");
  await pass(500);
  show("visible");
  await pass(1_000);
  expect(refresh).not.toHaveBeenCalled();
  show("hidden");
  await pass(5_000);
  show("visible");
  await gather();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("leaves its channels on unmount, and joins them once under StrictMode", async () => {
  const page = render(
    <StrictMode>
      <Page>
        <Live channels={["doctor-1"]} />
      </Page>
    </StrictMode>,
  );
  await connect("doctor-1");
  expect([tab.opened, [...tab.channels.keys()]]).toEqual([1, ["doctor-1"]]);
  page.unmount();
  await pass(3_000);
  expect([...tab.channels.keys()]).toEqual([]);
});

it("follows a changed list of channels without leaving those that stay", async () => {
  const page = renderLive("doctor-1", "doctor-2");
  await connect("doctor-1", "doctor-2");
  const kept = tab.channels.get("doctor-2");
  page.rerender(
    <Page>
      <Live channels={["doctor-2", "doctor-3"]} />
    </Page>,
  );
  await pass(3_000);
  expect([...tab.channels.keys()].sort()).toEqual(["doctor-2", "doctor-3"]);
  expect(tab.channels.get("doctor-2")).toBe(kept);
});
