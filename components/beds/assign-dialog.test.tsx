import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { BedCondition } from "@/lib/domain/beds/status";
import { AssignDialog } from "./assign-dialog";
import type { Board, BoardBed, BoardRequest } from "./board-view";

const change = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/beds/actions", () => ({ changeBedBookingAction: change }));

const NOW = new Date().toISOString();
const request: BoardRequest = {
  id: "r",
  version: 3,
  name: "Asha Abelard",
  age: 41,
  wardKind: "ICU",
  from: NOW,
  to: null,
  reason: "Short of breath",
  createdAt: NOW,
};

function bed(id: string, condition: BedCondition = "FREE"): BoardBed {
  return {
    id,
    version: 1,
    label: id,
    wardId: "w",
    condition,
    state: "READY",
    reason: null,
    stateChangedAt: NOW,
    cleaningDueAt: null,
    stay: null,
    later: [],
  };
}

function board(beds: BoardBed[], requests = [request]): Board {
  const wards = [{ id: "w", name: "North", kind: "ICU" as const, beds }];
  return {
    hospitalId: "h",
    closures: [],
    asOf: NOW,
    canSetUp: true,
    isListed: true,
    wards,
    requests,
    requestCount: requests.length,
  };
}

const work = {
  run: async (_key: string, _done: string, call: () => Promise<unknown>) => ((await call()) as { error?: never }).error,
  pending: undefined,
};
const onClose = vi.fn();
const dialog = (shown: Board, bedId?: string) => (
  <AssignDialog board={shown} request={request} bedId={bedId} work={work} onClose={onClose} />
);

beforeEach(() => {
  change.mockReset().mockResolvedValue({ ok: true, data: { version: 4 } });
  onClose.mockReset();
});

describe("assigning a bed", () => {
  it("reserves the selected bed with the expected version", async () => {
    render(dialog(board([bed("A1"), bed("A2", "OCCUPIED")])));
    expect(screen.queryByRole("radio", { name: "A2, North" })).toBeNull();
    await userEvent.click(screen.getByRole("radio", { name: "A1, North" }));
    await userEvent.click(screen.getByRole("button", { name: "Reserve" }));
    expect(change).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: "r", version: 3, status: "RESERVED", bedId: "A1" }),
    );
    expect(onClose).toHaveBeenCalledWith("A1");
  });

  it("admits in two steps, the second with the version that the first returned", async () => {
    render(dialog(board([bed("A1")]), "A1"));
    await userEvent.click(screen.getByRole("radio", { name: "Admit now" }));
    await userEvent.click(screen.getByRole("button", { name: "Admit" }));
    expect(change.mock.calls.map(([sent]) => sent)).toEqual([
      { id: "r", version: 3, status: "RESERVED", bedId: "A1" },
      { id: "r", version: 4, status: "ADMITTED" },
    ]);
  });

  it("sends nothing without a bed, and says so", async () => {
    render(dialog(board([bed("A1")])));
    await userEvent.click(screen.getByRole("button", { name: "Reserve" }));
    expect(change).not.toHaveBeenCalled();
    expect(await screen.findByText("Choose a bed")).toBeVisible();
  });

  it("stays open after a lost race, says how many beds are free, and keeps the selection", async () => {
    change.mockResolvedValue({
      ok: false,
      error: { code: "bed-taken", message: "Someone else has this bed.", requestId: "" },
    });
    render(dialog(board([bed("A1"), bed("A2")]), "A1"));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Reserved for" }), "8");
    await userEvent.click(screen.getByRole("button", { name: "Reserve" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Someone else has this bed.");
    expect(screen.getByRole("combobox", { name: "Reserved for" })).toHaveValue("8");
    expect(onClose).not.toHaveBeenCalled();
  });

  it("says at once when the selected bed is taken or someone else answers the request", () => {
    const { rerender } = render(dialog(board([bed("A1"), bed("A2")]), "A1"));
    rerender(dialog(board([bed("A1", "OCCUPIED"), bed("A2")]), "A1"));
    expect(screen.getByText("A1, North is no longer free")).toBeVisible();
    rerender(dialog(board([bed("A1", "OCCUPIED"), bed("A2")], []), "A1"));
    expect(screen.getByText("The request from Asha Abelard is no longer open")).toBeVisible();
    expect(screen.getByRole("button", { name: "Reserve" })).toBeDisabled();
  });

  it("reserves a bed that is being cleaned, but admits no one to it", async () => {
    render(dialog(board([bed("A1", "CLEANING"), bed("A2")])));
    await userEvent.click(screen.getByRole("radio", { name: "A1, North, being cleaned" }));
    await userEvent.click(screen.getByRole("radio", { name: "Admit now" }));
    expect(screen.queryByRole("radio", { name: /^A1, North/ })).toBeNull();
    expect(screen.getByText("A1, North is being cleaned")).toBeVisible();
    await userEvent.click(screen.getByRole("radio", { name: "Reserve the bed" }));
    await userEvent.click(screen.getByRole("button", { name: "Reserve" }));
    expect(change).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ status: "RESERVED", bedId: "A1" }));
  });

  it("says what is being cleaned when no bed is free for a patient who is already here", async () => {
    render(dialog(board([bed("A1", "CLEANING"), bed("A2", "OCCUPIED")])));
    await userEvent.click(screen.getByRole("radio", { name: "Admit now" }));
    expect(screen.getByText("No bed is free now")).toBeVisible();
    expect(screen.getByText(/^1 bed is being cleaned/)).toBeVisible();
  });
});
