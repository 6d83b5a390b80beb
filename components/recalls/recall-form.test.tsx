import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { RecallForm } from "./recall-form";

const actions = vi.hoisted(() => ({ setRecallAction: vi.fn(), changeRecallAction: vi.fn() }));
vi.mock("@/lib/domain/recalls/actions", () => actions);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const onClose = vi.fn();
const visit = { appointmentId: "01890000-0000-7000-8000-000000000001", today: "2026-11-28", onClose };

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset().mockResolvedValue({ ok: true, data: {} });
});

it("asks around when, half a year ahead at first, and why", async () => {
  render(<RecallForm {...visit} />);
  const when = screen.getByRole("combobox", { name: "Around" });
  expect(when).toHaveDisplayValue("May 2027 (in 6 months)");
  await userEvent.selectOptions(when, "November 2027 (in 1 year)");
  await userEvent.type(screen.getByRole("textbox", { name: /Reason/ }), "Check-up");
  await userEvent.click(screen.getByRole("button", { name: "Set recall" }));
  const { appointmentId } = visit;
  expect(actions.setRecallAction).toHaveBeenCalledWith({ appointmentId, month: "2027-11", reason: "Check-up" });
  expect(onClose).toHaveBeenCalled();
});

it("keeps a month that has begun while the reason is changed", async () => {
  const recall = { id: "01890000-0000-7000-8000-000000000002", version: 3, month: "2026-11", reason: "Check" };
  render(<RecallForm {...visit} recall={recall} />);
  expect(screen.getByRole("combobox", { name: "Around" })).toHaveDisplayValue("November 2026");
  await userEvent.type(screen.getByRole("textbox", { name: /Reason/ }), "-up");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(actions.changeRecallAction).toHaveBeenCalledWith({
    id: recall.id,
    version: 3,
    month: "2026-11",
    reason: "Check-up",
  });
});

it("says why it couldn't be set", async () => {
  const error = {
    code: "invalid",
    message: "Check the fields",
    fields: [{ path: "reason", message: "Must not be empty" }],
  };
  actions.setRecallAction.mockResolvedValue({ ok: false, error });
  render(<RecallForm {...visit} />);
  await userEvent.click(screen.getByRole("button", { name: "Set recall" }));
  expect(await screen.findByText("Must not be empty")).toBeVisible();
});
