import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { CloseWardButton } from "./close-ward-button";
import type { Standing } from "./closure-view";
import { WardClosings } from "./ward-closings";

const actions = vi.hoisted(() => ({
  previewWardClosureAction: vi.fn(),
  closeWardAction: vi.fn(),
  endWardClosureAction: vi.fn(),
  undoWardClosureAction: vi.fn(),
}));
vi.mock("@/lib/domain/ward-closures/actions", () => actions);
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const WARD = { id: "w", name: "North", beds: ["N1", "N2"].map((label) => ({ id: `bed-${label}`, label })) };
const COUNTS = { inBed: 1, planned: 1, told: 0, toCall: 1, unreachable: 0 };
const stay = (over: object) => ({
  ...{ bookingId: "b", patientId: "p", patientName: "Asha Abelard", bedId: "bed-N1", bed: "N1", to: null, version: 1 },
  ...{ status: "ADMITTED", from: "2030-05-09T09:00:00Z", by: null },
  ...over,
});
const later = stay({ bookingId: "c", patientName: "Bruno Benz", status: "RESERVED", by: "PHONE" });

beforeEach(() => vi.clearAllMocks());

async function openDialog() {
  render(<CloseWardButton hospitalId="h" ward={WARD} asOf="2030-05-10T07:40:00Z" />);
  await userEvent.click(screen.getByRole("button", { name: "Close: North" }));
}
/** Presses a button once the step before is over: what it brought can be on the screen a moment earlier. */
async function press(name: string) {
  const button = screen.getByRole("button", { name });
  await waitFor(() => expect(button).not.toHaveAttribute("aria-busy", "true"));
  await userEvent.click(button);
}

it("closes the ward only once it was shown who is affected, a page at a time", async () => {
  actions.previewWardClosureAction
    .mockResolvedValueOnce({ ok: true, data: { counts: COUNTS, items: [stay({})], nextCursor: "next" } })
    .mockResolvedValueOnce({ ok: true, data: { counts: COUNTS, items: [later], nextCursor: null } });
  actions.closeWardAction.mockResolvedValue({ ok: true, data: { id: "x" } });
  await openDialog();
  await press("See who is affected");
  expect(await screen.findByRole("listitem")).toHaveTextContent("Asha AbelardN1Stays until moved");
  await press("Show more");
  await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(2));
  expect(screen.getAllByRole("listitem")[1]).toHaveTextContent("To be called");
  expect(actions.previewWardClosureAction.mock.calls[1]?.[0]).toMatchObject({ cursor: "next" });
  expect(actions.closeWardAction).not.toHaveBeenCalled();
  await press("Close the ward");
  const wanted = { hospitalId: "h", wardId: "w", reason: "CLEANING", endsAt: null };
  await waitFor(() => expect(actions.closeWardAction).toHaveBeenCalledWith(wanted));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

it("closes chosen beds, from and until the hospital's own times", async () => {
  actions.previewWardClosureAction.mockResolvedValue({
    ok: true,
    data: { counts: COUNTS, items: [], nextCursor: null },
  });
  await openDialog();
  await userEvent.click(screen.getByRole("radio", { name: "Some beds" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "N2" }));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Reason" }), "Infection control");
  await userEvent.click(screen.getByRole("radio", { name: "Later" }));
  await userEvent.click(screen.getByRole("radio", { name: "A time" }));
  const until = screen.getByRole("textbox", { name: "Until: time" });
  await userEvent.clear(until);
  await userEvent.type(until, "never");
  expect(screen.getByText("Enter a time such as 14:30")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "See who is affected" })).toBeDisabled();
  await userEvent.clear(until);
  await userEvent.type(until, "23:00");
  await press("See who is affected");
  await waitFor(() => expect(actions.previewWardClosureAction).toHaveBeenCalledOnce());
  const sent = actions.previewWardClosureAction.mock.calls[0]?.[0] as { startsAt: string; endsAt: string };
  expect(sent).toMatchObject({ bedIds: ["bed-N2"], reason: "INFECTION_CONTROL" });
  expect(Date.parse(sent.startsAt)).toBeGreaterThan(Date.parse("2030-05-10T07:40:00Z"));
  expect(Date.parse(sent.endsAt)).toBeGreaterThan(Date.parse(sent.startsAt));
});

it("says beside its field why it was refused", async () => {
  const fields = [{ path: "startsAt", message: "The ward is closed then already." }];
  actions.previewWardClosureAction.mockResolvedValue({
    ok: false,
    error: { code: "invalid", message: "Some of the input isn't valid", requestId: "r", fields },
  });
  await openDialog();
  await press("See who is affected");
  expect(await screen.findByText("The ward is closed then already.")).toBeInTheDocument();
});

it("says on the board what is closed, and opens it again: undone while no one was told, else ended", async () => {
  const closure: Standing = {
    ...{ id: "x", version: 3, wardId: "w", ward: "North", beds: null, reason: "WORKS", status: "PREPARED" },
    ...{ phase: "CLOSED", startsAt: "2030-05-10T07:00:00Z", endsAt: null },
  };
  const { rerender } = render(<WardClosings closures={[closure]} />);
  expect(screen.getByRole("listitem")).toHaveTextContent("Closed · Building works · until further notice");
  const reopen = async () => {
    await press("Open again: North");
    await press("Open again");
  };
  actions.undoWardClosureAction.mockResolvedValue({ ok: true, data: {} });
  actions.endWardClosureAction.mockResolvedValue({ ok: true, data: {} });
  await reopen();
  await waitFor(() => expect(actions.undoWardClosureAction).toHaveBeenCalledWith({ id: "x", version: 3 }));
  rerender(<WardClosings closures={[{ ...closure, status: "ANNOUNCED" }]} />);
  await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
  await reopen();
  await waitFor(() => expect(actions.endWardClosureAction).toHaveBeenCalledWith({ id: "x", version: 3 }));
});
