import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { HolidaysButton } from "./holidays-button";

const actions = vi.hoisted(() => ({ previewHolidaysAction: vi.fn(), announceHolidaysAction: vi.fn(), push: vi.fn() }));
vi.mock("@/lib/domain/disruptions/actions", () => actions);
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined, push: actions.push }),
  unstable_rethrow: () => undefined,
}));

const HOLIDAYS = [
  { date: "2030-01-01", name: "New Year's Day" },
  { date: "2030-12-25", name: "Christmas Day" },
];
const COUNTS = { visits: 0, told: 0, toCall: 0, unreachable: 0 };

beforeEach(() => vi.clearAllMocks());

it("closes the holidays that stay ticked, once it was shown who is affected", async () => {
  actions.previewHolidaysAction.mockResolvedValue({ ok: true, data: { counts: COUNTS, visits: [] } });
  actions.announceHolidaysAction.mockResolvedValue({ ok: true, data: { id: "x" } });
  render(<HolidaysButton hospitalId="h" calendar="DE" holidays={HOLIDAYS} />);
  await userEvent.click(screen.getByRole("button", { name: "Close on holidays" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "New Year's Day" }));
  await userEvent.click(screen.getByRole("button", { name: "See who is affected" }));
  expect(await screen.findByText("No one has an appointment then.")).toBeInTheDocument();
  expect(actions.announceHolidaysAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Close these days" }));
  const wanted = { hospitalId: "h", calendar: "DE", dates: ["2030-12-25"] };
  expect(actions.previewHolidaysAction).toHaveBeenCalledWith(wanted);
  expect(actions.announceHolidaysAction).toHaveBeenCalledWith(wanted);
  await waitFor(() => expect(actions.push).toHaveBeenCalledWith("/hospital/absences/x"));
});

it("isn't there when no holiday is left to close", () => {
  render(<HolidaysButton hospitalId="h" calendar="DE" holidays={[]} />);
  expect(screen.queryByRole("button")).toBeNull();
});
