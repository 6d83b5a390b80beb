import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { Page } from "@/tests/support/realtime/live-page";
import { LINKED_VISIT } from "@/tests/support/linked-visit";
import { OpenVisitLink } from "./open-visit-link";

const actions = vi.hoisted(() => ({
  openVisitLinkAction: vi.fn<(input: object) => Promise<object>>(),
  loadOffersByLinkAction: vi.fn<(input: object) => Promise<object>>(),
  moveByLinkAction: vi.fn<(input: object) => Promise<object>>(),
  askForCallByLinkAction: vi.fn<(input: object) => Promise<object>>(),
}));
vi.mock("@/lib/domain/visit-links/actions", () => actions);
vi.mock("pusher-js", () => import("@/tests/support/realtime/fake-browser"));
vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);

const token = "t".repeat(43);
const displaced = { ...LINKED_VISIT, purpose: "NEW_TIME", needsRebooking: true } as const;
const colleagueId = "01890000-0000-7000-8000-000000000002";
const slot = (start: string) => ({
  start,
  end: start.replace(":00:00Z", ":30:00Z"),
  scheduleId: "01890000-0000-7000-8000-000000000003",
  hospitalId: null,
  mode: "IN_PERSON",
});
const offers = {
  same: [slot("2030-01-08T09:00:00Z")],
  colleagues: [{ doctorId: colleagueId, doctorName: "Dr Weiss", slots: [slot("2030-01-07T10:00:00Z")] }],
};
const answers = (data: object) => ({ ok: true, data });
const refused = (code: string, extra: object = {}) => ({
  ok: false,
  error: { code, message: "This time has just been taken.", fields: [], extra },
});

beforeEach(() => {
  vi.resetAllMocks();
  window.history.replaceState(null, "", `#${token}`);
  actions.openVisitLinkAction.mockResolvedValue(answers(displaced));
  actions.loadOffersByLinkAction.mockResolvedValue(answers(offers));
});

const open = () =>
  render(
    <Page>
      <OpenVisitLink />
    </Page>,
  );
const timesWith = async (name: string) => within(await screen.findByRole("region", { name })).getAllByRole("button");
const take = async (name: string) => {
  await userEvent.click((await timesWith(name))[0]!);
  await userEvent.click(await screen.findByRole("button", { name: "Reschedule" }));
};

it("says that the appointment can't take place, and takes a colleague's time only when it is confirmed", async () => {
  const moved = { ...displaced, needsRebooking: false, start: "2030-01-07T10:00:00Z", calendar: "BEGIN:VCALENDAR" };
  actions.moveByLinkAction.mockResolvedValue(answers(moved));
  open();
  expect(await screen.findByText("This appointment can’t take place at its time")).toBeVisible();
  await userEvent.click((await timesWith("With Dr Weiss"))[0]!);
  expect(actions.moveByLinkAction).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole("button", { name: "Reschedule" }));
  expect(actions.moveByLinkAction).toHaveBeenCalledWith({
    ...{ token, start: "2030-01-07T10:00:00Z", doctorId: colleagueId },
    scheduleId: slot("").scheduleId,
  });
  expect(await screen.findByText("Rescheduled")).toBeVisible();
  expect(screen.getByText("With Dr Weiss")).toBeVisible();
  expect(screen.getByRole("link", { name: "Add it to your calendar" })).toHaveAttribute("download");
  expect(screen.queryByRole("region", { name: "Choose another time" })).toBeNull();
});

it("says that a time has been taken, and shows the next ones", async () => {
  actions.moveByLinkAction.mockResolvedValue(refused("slot-taken", { alternatives: [slot("2030-01-08T11:00:00Z")] }));
  open();
  await take("With the same doctor");
  expect(await screen.findByText("This time has just been taken.")).toBeVisible();
  expect(within(screen.getByRole("group", { name: "Nearest available times" })).getAllByRole("button")).toHaveLength(1);
  expect(actions.loadOffersByLinkAction).toHaveBeenCalledTimes(2);
});

it("asks the practice to call, and still offers times", async () => {
  actions.askForCallByLinkAction.mockResolvedValue(answers({ ...displaced, isToBeCalled: true }));
  open();
  await userEvent.click(await screen.findByRole("button", { name: "I’d rather be called" }));
  expect(await screen.findByText("The practice will call you")).toBeVisible();
  expect(screen.queryByRole("button", { name: "I’d rather be called" })).toBeNull();
  expect(await timesWith("With the same doctor")).toHaveLength(1);
});

it("says that the appointment takes place after all when the absence has ended meanwhile", async () => {
  actions.moveByLinkAction.mockResolvedValue(refused("invalid-transition"));
  open();
  await screen.findByRole("region", { name: "With the same doctor" });
  actions.openVisitLinkAction.mockResolvedValue(answers({ ...displaced, needsRebooking: false }));
  await take("With the same doctor");
  expect(await screen.findByText("This appointment takes place after all")).toBeVisible();
});

it("says that it has another time already", async () => {
  actions.openVisitLinkAction.mockResolvedValue(refused("not-found", { became: "MOVED" }));
  open();
  expect(await screen.findByText("This appointment has another time already")).toBeVisible();
});
