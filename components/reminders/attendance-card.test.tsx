import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { toast } from "@/components/ui/toast";
import { AttendanceCard } from "./attendance-card";

const { confirm, remind } = vi.hoisted(() => ({ confirm: vi.fn(), remind: vi.fn() }));
vi.mock("@/lib/domain/appointments/actions", () => ({ confirmAttendanceAction: confirm }));
vi.mock("@/lib/domain/reminders/actions", () => ({ remindNowAction: remind }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const id = "01890000-0000-7000-8000-000000000001";
const asOf = new Date().toISOString();
const visit = {
  id,
  version: 3,
  status: "CONFIRMED" as const,
  start: new Date(Date.now() + 86_400_000).toISOString(),
  needsRebooking: false,
  attendanceConfirmedAt: null,
};

it("notes that the patient will come, by the version that was read, and reminds them", async () => {
  confirm.mockResolvedValue({ ok: true, data: {} });
  remind.mockResolvedValue({ ok: true, data: { messages: 1, waiting: 0 } });
  render(<AttendanceCard visit={visit} asOf={asOf} />);
  await userEvent.click(screen.getByRole("button", { name: "Patient will come" }));
  expect(confirm).toHaveBeenCalledWith({ id, version: 3 });
  await userEvent.click(screen.getByRole("button", { name: "Send a reminder" }));
  expect(remind).toHaveBeenCalledWith({ id });
});

it.each([
  [{ messages: 2, waiting: 0 }, "Reminder sent"],
  [{ messages: 2, waiting: 1 }, "Reminder sent"],
  [{ messages: 2, waiting: 2 }, "Reminder waiting"],
])("after %o says: %s", async (data, said) => {
  remind.mockResolvedValue({ ok: true, data });
  const success = vi.spyOn(toast, "success");
  render(<AttendanceCard visit={visit} asOf={asOf} />);
  await userEvent.click(screen.getByRole("button", { name: "Send a reminder" }));
  expect(success).toHaveBeenCalledExactlyOnceWith(said, expect.anything());
  success.mockRestore();
});

it("says so once they have confirmed, and nothing about visits that are not to come", () => {
  const { rerender, container } = render(
    <AttendanceCard visit={{ ...visit, attendanceConfirmedAt: asOf }} asOf={asOf} />,
  );
  expect(screen.getByText("The patient has confirmed that they will come.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Patient will come" })).toBeNull();
  rerender(<AttendanceCard visit={{ ...visit, status: "CANCELLED" }} asOf={asOf} />);
  expect(container).toBeEmptyDOMElement();
  rerender(<AttendanceCard visit={{ ...visit, needsRebooking: true }} asOf={asOf} />);
  expect(container).toBeEmptyDOMElement();
});
