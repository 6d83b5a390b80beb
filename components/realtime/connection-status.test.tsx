import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { refresh, tab } from "@/tests/support/realtime/fake-browser";
import { Live, Page, connect, openTabPerTest, pass } from "@/tests/support/realtime/live-page";
import { ConnectionStatus } from "./connection-status";

vi.mock("pusher-js", () => import("@/tests/support/realtime/fake-browser"));
vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);
openTabPerTest();

function StatusPage({ isPaused }: { isPaused?: boolean }) {
  return (
    <Page>
      <ConnectionStatus isPaused={isPaused} />
      <Live channels={["doctor-1"]} />
    </Page>
  );
}

it("shows when the page was last current, three seconds after the connection is lost, and nothing while it is up", async () => {
  vi.setSystemTime(new Date("2026-01-01T14:32:00Z"));
  render(<StatusPage />);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await connect("doctor-1");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  act(() => tab.connection.become("unavailable"));
  await pass(2_900);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await pass(200);
  const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
  const time = clock.format(new Date("2026-01-01T14:32:00Z"));
  expect(screen.getByRole("status")).toHaveTextContent(
    `Live updates are paused since ${time} – reload to see changes.`,
  );
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(screen.getByRole("status")).toHaveTextContent(`You're offline. This page shows information from ${time} and`);
  online.mockRestore();
  act(() => tab.connection.become("connected"));
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

it("says that live updates are paused when the server knew so, and asks again until it says otherwise", async () => {
  const { rerender } = render(<StatusPage isPaused />);
  await connect("doctor-1");
  expect(screen.getByRole("status")).toHaveTextContent("Live updates are paused – reload to see changes.");
  expect(refresh).not.toHaveBeenCalled();
  await pass(8_100);
  expect(refresh).toHaveBeenCalledOnce();
  rerender(<StatusPage />);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await pass(60_000);
  expect(refresh).toHaveBeenCalledOnce();
});
