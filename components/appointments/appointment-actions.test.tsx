import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AppointmentStatus, Role } from "@/lib/domain/appointments/status";
import { AppointmentActions } from "./appointment-actions";

const { changeStatusAction, rescheduleAction } = vi.hoisted(() => ({
  changeStatusAction: vi.fn(),
  rescheduleAction: vi.fn(),
}));
vi.mock("@/lib/domain/appointments/actions", () => ({ changeStatusAction, rescheduleAction }));
const router = vi.hoisted(() => ({ refresh: vi.fn(), push: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router, unstable_rethrow: () => undefined }));

const HOUR = 3_600_000;

function actions(status: AppointmentStatus, roles: Role[], hoursAhead = 1, more: { spread?: boolean } = {}) {
  const start = new Date(Date.now() + hoursAhead * HOUR).toISOString();
  const appointment = {
    id: "a",
    version: 4,
    status,
    start,
    cancellationNoticeMinutes: 120,
    doctorId: "d",
    serviceId: null,
  };
  return (
    <AppointmentActions
      appointment={appointment}
      roles={roles}
      who="Asha Abelard"
      asOf={new Date().toISOString()}
      timeZone="UTC"
      {...more}
    />
  );
}

const names = () =>
  screen
    .queryAllByRole("button")
    .map((button) => button.textContent?.split(":")[0] || button.getAttribute("aria-label")?.split(" for")[0]);

beforeEach(() => {
  vi.clearAllMocks();
  changeStatusAction.mockResolvedValue({ ok: true, data: {} });
});

describe("the steps of an appointment", () => {
  it("need one click when nothing has to be entered, and send the expected version", async () => {
    render(actions("CONFIRMED", ["staff"]));
    expect(names()).toEqual(["Check in", "More actions"]);
    await userEvent.click(screen.getByRole("button", { name: /^Check in/ }));
    expect(changeStatusAction).toHaveBeenCalledWith({ id: "a", version: 4, status: "CHECKED_IN" });
    await waitFor(() => expect(router.refresh).toHaveBeenCalled());
  });

  it("require a reason before declining, and keep it after a refusal", async () => {
    changeStatusAction.mockResolvedValue({
      ok: false,
      error: { code: "version-mismatch", message: "Someone was faster.", requestId: "r" },
    });
    render(actions("PENDING", ["doctor"]));
    await userEvent.click(screen.getByRole("button", { name: /^Decline/ }));
    const dialog = await screen.findByRole("alertdialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Decline" }));
    expect(await within(dialog).findByText("Enter a reason. The patient will see it.")).toBeInTheDocument();
    expect(changeStatusAction).not.toHaveBeenCalled();
    await userEvent.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Fully booked");
    await userEvent.click(within(dialog).getByRole("button", { name: "Decline" }));
    expect(changeStatusAction).toHaveBeenCalledWith({
      id: "a",
      version: 4,
      status: "DECLINED",
      reason: "Fully booked",
    });
    expect(await within(dialog).findByText("Someone was faster.")).toBeInTheDocument();
    expect(within(dialog).getByRole("textbox", { name: "Reason" })).toHaveValue("Fully booked");
  });

  it("offer patients what the notice allows, and nothing once the visit is over", () => {
    const { rerender } = render(actions("CONFIRMED", ["patient"], 3, { spread: true }));
    expect(names()).toEqual(["Reschedule", "Cancel appointment"]);
    rerender(actions("CONFIRMED", ["patient"], 1.5, { spread: true }));
    expect(names()).toEqual([]);
    rerender(actions("COMPLETED", ["doctor"], -1, { spread: true }));
    expect(names()).toEqual([]);
  });

  it("don't offer check-in for a visit on another day", () => {
    render(actions("CONFIRMED", ["doctor"], 48, { spread: true }));
    expect(names()).toEqual(["Reschedule", "Cancel appointment"]);
  });

  it("stay as they were and show an error when the server can't be reached", async () => {
    changeStatusAction.mockRejectedValue(new TypeError("Failed to fetch"));
    render(actions("CONFIRMED", ["staff"]));
    await userEvent.click(screen.getByRole("button", { name: /^Check in/ }));
    await waitFor(() => expect(screen.getByRole("button", { name: /^Check in/ })).not.toHaveAttribute("aria-busy"));
  });
});
