import { render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { SpineEvent } from "@/lib/platform/realtime/wire";
import { refresh } from "@/tests/support/realtime/fake-browser";
import { Page, connect, event, openTabPerTest, say } from "@/tests/support/realtime/live-page";
import { useChannelEvents } from "./use-channel-events";

vi.mock("pusher-js", () => import("@/tests/support/realtime/fake-browser"));
vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);
openTabPerTest();

function Ear({ hear, missed }: { hear: (event: SpineEvent) => void; missed?: () => void }) {
  useChannelEvents(["doctor-1", "doctor-2"], hear, missed);
  return null;
}

it("delivers each event once, and says when one was missed", async () => {
  const [hear, missed] = [vi.fn<(event: SpineEvent) => void>(), vi.fn<() => void>()];
  render(
    <Page>
      <Ear hear={hear} missed={missed} />
    </Page>,
  );
  await connect("doctor-1", "doctor-2");
  missed.mockClear();
  for (const sequence of [1, 1, 2]) say("doctor-1", "availability.changed", event(sequence));
  say("doctor-2", "availability.changed", event(2));
  expect(missed).not.toHaveBeenCalled();
  say("doctor-2", "availability.changed", event(4));
  expect(missed).toHaveBeenCalledOnce();
  expect(hear.mock.calls.map(([{ sequence }]) => sequence)).toEqual([1, 2, 4]);
  expect(refresh).not.toHaveBeenCalled();
});
