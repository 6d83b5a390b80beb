import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { USUAL_RULE } from "@/lib/domain/reminders/status";
import { ReminderForm } from "./reminder-form";

const { save } = vi.hoisted(() => ({ save: vi.fn() }));
vi.mock("@/lib/domain/reminders/actions", () => ({ saveReminderRuleAction: save }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const hospitalId = "01890000-0000-7000-8000-000000000001";

it("says what is usual, and sends the times that were chosen, the longest before first", async () => {
  save.mockResolvedValue({ ok: true, data: { own: null, usual: USUAL_RULE } });
  render(<ReminderForm own={null} usual={USUAL_RULE} hospitalId={hospitalId} />);
  expect(screen.getByRole("radio", { name: "As usual" })).toHaveAccessibleDescription(
    "3 days, 1 day and 2 hours before.",
  );
  await userEvent.click(screen.getByRole("radio", { name: "As we decide" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "3 days before" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "7 days before" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(save).toHaveBeenCalledWith({
    hospitalId,
    own: { minutesBefore: [10080, 1440, 120], callsUnconfirmed: false },
  });
});

it("offers a time that was set elsewhere, too, and says that none is chosen", async () => {
  render(<ReminderForm own={{ minutesBefore: [90], callsUnconfirmed: false }} usual={USUAL_RULE} hospitalId={null} />);
  await userEvent.click(screen.getByRole("checkbox", { name: "90 minutes before" }));
  expect(screen.getByText("Patients get no reminders.")).toBeVisible();
});
