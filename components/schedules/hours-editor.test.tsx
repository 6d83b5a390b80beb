import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as actions from "@/tests/support/schedules/fake-actions";
import { emptyHours, type HoursBase } from "./hours-draft";
import { HoursEditor } from "./hours-editor";

vi.mock("@/lib/domain/schedules/actions", () => import("@/tests/support/schedules/fake-actions"));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined, push: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const STORED: HoursBase = {
  ...emptyHours(null, "UTC"),
  id: "0197a3c0-0000-7000-8000-000000000001",
  version: 3,
  rules: [{ weekday: 1, start: "09:00", end: "17:00" }],
};
const VISIT = {
  id: "v",
  start: "2030-01-07T15:00:00.000Z",
  end: "2030-01-07T15:30:00.000Z",
  patientName: "Asha Abelard",
  isMarked: false,
};
const failed = (code: string, fields?: { path: string; message: string }[]) => ({
  ok: false,
  error: { code, message: "Refused.", requestId: "r", fields },
});

beforeEach(() => {
  vi.clearAllMocks();
  actions.countSlotsAction.mockResolvedValue({ ok: true, data: [] });
  actions.previewScheduleAction.mockResolvedValue({ ok: true, data: [] });
  actions.saveScheduleAction.mockImplementation(async ({ schedule }: { schedule: HoursBase }) => ({
    ok: true,
    data: { ...STORED, ...schedule, id: STORED.id, doctorId: "d", version: 4, notified: { told: 0, toCall: 0 } },
  }));
});

const editor = (stored = STORED) => (
  <HoursEditor stored={stored} placeName="Own practice" today="2030-01-01" onDirty={() => undefined} />
);

async function closeAtNoon() {
  const to = screen.getByLabelText("Monday, to");
  await userEvent.clear(to);
  await userEvent.type(to, "12");
  await userEvent.tab();
}

describe("the hours editor", () => {
  it("saves at once when no visit is displaced", async () => {
    render(editor());
    await closeAtNoon();
    await userEvent.click(screen.getByRole("button", { name: "Save hours" }));
    await waitFor(() => expect(actions.saveScheduleAction).toHaveBeenCalledTimes(1));
    expect(actions.saveScheduleAction).toHaveBeenCalledWith({
      id: STORED.id,
      schedule: expect.objectContaining({ version: 3, rules: [{ weekday: 1, start: "09:00", end: "12:00" }] }),
    });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Save hours" })).not.toBeInTheDocument());
  });

  it("names displaced visits first, and saves only after a confirmation", async () => {
    actions.previewScheduleAction.mockResolvedValue({ ok: true, data: [VISIT] });
    render(editor());
    await closeAtNoon();
    await userEvent.click(screen.getByRole("button", { name: "Save hours" }));
    const dialog = await screen.findByRole("alertdialog");
    expect(within(dialog).getByText("Asha Abelard")).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole("button", { name: "Back" }));
    expect(actions.saveScheduleAction).not.toHaveBeenCalled();
    expect(screen.getByLabelText("Monday, to")).toHaveValue("12:00");
    await userEvent.click(screen.getByRole("button", { name: "Save hours" }));
    await userEvent.click(
      within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Save and notify them" }),
    );
    await waitFor(() => expect(actions.saveScheduleAction).toHaveBeenCalledTimes(1));
  });

  it("shows errors at their fields and focuses the first", async () => {
    const fields = [
      { path: "schedule.rules.0.end", message: "The end must differ." },
      { path: "schedule.slotMinutes", message: "Enter at least 5 minutes." },
    ];
    actions.previewScheduleAction.mockResolvedValue(failed("invalid", fields));
    render(editor());
    await closeAtNoon();
    await userEvent.click(screen.getByRole("button", { name: "Save hours" }));
    expect(await screen.findByText("The end must differ.")).toBeInTheDocument();
    expect(screen.getByText("Enter at least 5 minutes.")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText("Monday, from")).toHaveFocus());
    expect(screen.getByLabelText("Monday, to")).toHaveValue("12:00");
  });

  it("keeps what is typed when another window saved meanwhile, and can overwrite or discard", async () => {
    const { rerender } = render(editor());
    await closeAtNoon();
    const newer: HoursBase = { ...STORED, version: 4, rules: [{ weekday: 1, start: "08:00", end: "17:00" }] };
    rerender(editor(newer));
    expect(screen.getByText("These hours were changed in another window")).toBeInTheDocument();
    expect(screen.getByLabelText("Monday, to")).toHaveValue("12:00");
    await userEvent.click(screen.getByRole("button", { name: "Keep mine" }));
    await userEvent.click(screen.getByRole("button", { name: "Save hours" }));
    await waitFor(() => expect(actions.saveScheduleAction).toHaveBeenCalledTimes(1));
    expect(actions.saveScheduleAction.mock.calls[0]?.[0]).toMatchObject({
      schedule: { version: 4, rules: [{ start: "09:00", end: "12:00" }] },
    });
  });

  it("follows another window's changes while nothing is typed here", () => {
    const { rerender } = render(editor());
    act(() => rerender(editor({ ...STORED, version: 4, rules: [{ weekday: 2, start: "08:00", end: "10:00" }] })));
    expect(screen.getByLabelText("Tuesday, from")).toHaveValue("08:00");
    expect(screen.queryByLabelText("Monday, from")).not.toBeInTheDocument();
  });

  it("copies hours to the working days and removes them by keyboard", async () => {
    render(editor());
    screen.getByRole("button", { name: "Copy Monday to other days" }).focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(await screen.findByRole("menuitem", { name: "Monday to Friday" }));
    expect(screen.getByLabelText("Friday, from")).toHaveValue("09:00");
    screen.getByRole("button", { name: /^Remove 9:00\sAM to 5:00\sPM, Friday$/ }).focus();
    await userEvent.keyboard("{Enter}");
    expect(screen.queryByLabelText("Friday, from")).not.toBeInTheDocument();
    expect(document.activeElement).toHaveTextContent("Add hours on Friday");
  });
});
