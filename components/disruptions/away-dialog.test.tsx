import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { AwayButton } from "./away-button";

const actions = vi.hoisted(() => ({
  previewAwayAction: vi.fn(),
  announceAwayAction: vi.fn(),
  previewLateAction: vi.fn(),
  announceLateAction: vi.fn(),
  push: vi.fn(),
}));
vi.mock("@/lib/domain/disruptions/actions", () => actions);
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined, push: actions.push }),
  unstable_rethrow: () => undefined,
}));

const CHOICE = { doctorId: "d", hospitalId: "h", label: "Dr. Sonnwald", timeZone: "UTC" };
const VISIT = {
  ...{ appointmentId: "v", patientId: "p", patientName: "Asha Abelard", timeZone: "UTC", by: "NONE" },
  ...{ start: "2030-05-10T09:00:00Z", end: "2030-05-10T09:30:00Z" },
};
const COUNTS = { visits: 1, told: 0, toCall: 0, unreachable: 1 };

beforeEach(() => vi.clearAllMocks());

async function openDialog(choices = [CHOICE]) {
  render(<AwayButton choices={choices} portal="hospital" asOf="2030-05-10T07:40:00Z" label="A doctor is away" />);
  await userEvent.click(screen.getByRole("button", { name: "A doctor is away" }));
}

it("closes today only once it was shown who is affected and how each is told", async () => {
  actions.previewAwayAction.mockResolvedValue({ ok: true, data: { counts: COUNTS, visits: [VISIT] } });
  actions.announceAwayAction.mockResolvedValue({ ok: true, data: { id: "x" } });
  await openDialog();
  await userEvent.click(screen.getByRole("button", { name: "See who is affected" }));
  const row = await screen.findByRole("listitem");
  expect(row).toHaveTextContent("Asha Abelard");
  expect(row).toHaveTextContent("Can't be reached");
  expect(screen.getByText("We'll tell patients in two minutes. Until then you can undo it.")).toBeInTheDocument();
  expect(actions.announceAwayAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Close these days" }));
  const today = { from: "2030-05-10", to: "2030-05-10", interval: null };
  expect(actions.announceAwayAction).toHaveBeenCalledWith({ doctorId: "d", hospitalId: "h", ...today });
  await waitFor(() => expect(actions.push).toHaveBeenCalledWith("/hospital/absences/x"));
});

it("says how many more are affected than it lists", async () => {
  const counts = { ...COUNTS, visits: 13, unreachable: 13 };
  actions.previewAwayAction.mockResolvedValue({ ok: true, data: { counts, visits: [VISIT] } });
  await openDialog();
  await userEvent.click(screen.getByRole("button", { name: "See who is affected" }));
  expect(await screen.findByText("and 12 more")).toBeInTheDocument();
  expect(screen.getByText(/^13 appointments/)).toBeInTheDocument();
});

it("says why it was refused, and keeps the days", async () => {
  actions.previewAwayAction.mockResolvedValue({
    ok: false,
    error: { code: "invalid", message: "Choose days that aren't over yet.", requestId: "r" },
  });
  await openDialog();
  await userEvent.click(screen.getByRole("checkbox", { name: "Only for some hours of each day" }));
  await userEvent.click(screen.getByRole("button", { name: "See who is affected" }));
  expect(await screen.findByText("Choose days that aren't over yet.")).toBeInTheDocument();
  expect(actions.previewAwayAction.mock.calls[0]?.[0]).toMatchObject({ interval: { start: "09:00", end: "12:00" } });
  expect(screen.getByRole("checkbox", { name: "Only for some hours of each day" })).toBeChecked();
});

it("asks for the doctor where there are several, and isn't there where there is none", async () => {
  await openDialog([CHOICE, { ...CHOICE, doctorId: "e", label: "Dr. Weidenbach" }]);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Doctor" }), "Dr. Weidenbach");
  actions.previewAwayAction.mockResolvedValue({ ok: true, data: { counts: { ...COUNTS, visits: 0 }, visits: [] } });
  await userEvent.click(screen.getByRole("button", { name: "See who is affected" }));
  expect(await screen.findByText("No one has an appointment then.")).toBeInTheDocument();
  expect(actions.previewAwayAction.mock.calls[0]?.[0]).toMatchObject({ doctorId: "e" });
});
