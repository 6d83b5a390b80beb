import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Announcement } from "@/lib/domain/announcements/schema";
import { AnnouncementBar } from "./announcement-bar";

const mocks = vi.hoisted(() => ({ dismiss: vi.fn(), refresh: vi.fn(), heard: (): void => undefined }));
vi.mock("@/lib/domain/announcements/actions", () => ({ dismissAnnouncementAction: mocks.dismiss }));
vi.mock("@/components/realtime/use-channel-events", () => ({
  useChannelEvents: (_channels: string[], onEvent: () => void) => {
    mocks.heard = onEvent;
  },
}));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: mocks.refresh }),
  unstable_rethrow: () => undefined,
}));

const NOW = "2030-05-10T08:00:00.000Z";
const one = (over: Partial<Announcement>): Announcement => ({
  id: "a",
  text: "The phones are down.",
  level: "WARNING",
  startsAt: "2030-05-10T07:00:00Z",
  endsAt: null,
  maintenance: null,
  ...over,
});
const later = one({ id: "b", text: "They work again.", level: "INFO", startsAt: "2030-05-10T08:00:30Z" });
const brief = one({ id: "c", text: "For a minute.", endsAt: "2030-05-10T08:01:00Z" });

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.parse(NOW) }));
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});
const texts = () => screen.queryAllByRole("listitem").map((item) => item.textContent);

it("shows each at its time and takes it away at its end, without asking the server", () => {
  render(<AnnouncementBar announcements={[one({}), later, brief]} asOf={NOW} />);
  expect(texts()).toEqual(["Warning: The phones are down.", "Warning: For a minute."]);
  act(() => void vi.advanceTimersByTime(45_000));
  expect(texts()).toContain("Information: They work again.");
  act(() => void vi.advanceTimersByTime(30_000));
  expect(texts()).not.toContain("Warning: For a minute.");
  expect(mocks.refresh).not.toHaveBeenCalled();
});

it("says when planned work takes place, the day once unless it lasts longer", () => {
  const work = (until: string) => ({ maintenance: { from: "2030-05-11T20:00:00Z", until } });
  render(
    <AnnouncementBar
      announcements={[one(work("2030-05-11T21:30:00Z")), one({ id: "b", ...work("2030-05-13T06:00:00Z") })]}
      asOf={NOW}
    />,
  );
  expect(texts()).toEqual([
    expect.stringMatching(/: Sun, May 12, 2030, 1:45\sAM–3:15\sAM\. The phones are down\.$/),
    expect.stringMatching(/: Sun, May 12, 2030, 1:45\sAM – Mon, May 13, 2030, 11:45\sAM\. The phones are down\.$/),
  ]);
});

it("goes at once when it is dismissed, comes back when that failed, and says why", async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  mocks.dismiss.mockResolvedValueOnce({
    ok: false,
    error: { code: "unavailable", message: "Try again.", requestId: "r" },
  });
  render(<AnnouncementBar announcements={[one({})]} asOf={NOW} />);
  const dismiss = () => user.click(screen.getByRole("button", { name: "Dismiss this announcement" }));
  await dismiss();
  await waitFor(() => expect(texts()).toEqual(["Warning: The phones are down."]));
  mocks.dismiss.mockResolvedValueOnce({ ok: true, data: undefined });
  await dismiss();
  await waitFor(() => expect(texts()).toEqual([]));
  expect(mocks.dismiss).toHaveBeenLastCalledWith({ id: "a" });
});

it("reads again within three seconds of hearing of one, once for several", () => {
  render(<AnnouncementBar announcements={[]} asOf={NOW} />);
  mocks.heard();
  mocks.heard();
  act(() => void vi.advanceTimersByTime(3_000));
  expect(mocks.refresh).toHaveBeenCalledOnce();
});
