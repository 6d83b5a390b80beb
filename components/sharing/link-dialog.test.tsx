import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { LinkDialog } from "./link-dialog";

const actions = vi.hoisted(() => ({
  makeLinkAction: vi.fn<(link: object) => Promise<object>>(),
  listLinkVisitsAction: vi.fn<(wanted: object) => Promise<object>>(),
}));
vi.mock("@/lib/domain/sharing/actions", () => actions);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

const [PATIENT, VISIT] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
const onMade = vi.fn();
const press = (name: RegExp | string, role: "button" | "checkbox" | "radio" = "button") =>
  userEvent.click(screen.getByRole(role, { name }));

beforeEach(() => {
  const visit = { id: VISIT, start: "2026-11-02T09:00:00Z", timeZone: "Europe/Berlin", doctorName: "Dr. Ada Quill" };
  actions.listLinkVisitsAction.mockResolvedValue({ ok: true, data: [visit] });
  actions.makeLinkAction.mockReset().mockResolvedValue({ ok: true, data: { id: "made" } });
  onMade.mockReset();
  render(<LinkDialog patient={{ id: PATIENT, name: "Nora Moss", isYou: true }} onMade={onMade} onClose={vi.fn()} />);
});

it("makes a link for an hour and one device to what a doctor needs first", async () => {
  await press("Make the link");
  expect(actions.makeLinkAction).toHaveBeenCalledWith({
    patientId: PATIENT,
    parts: ["ALLERGIES", "CONDITIONS", "MEDICINES"],
    visitIds: [],
    minutes: 60,
    maxDevices: 1,
    passcode: "",
  });
  expect(onMade).toHaveBeenCalledWith({ id: "made" });
});

it("asks which visits before it opens only chosen ones", async () => {
  await press("Visits", "checkbox");
  await press("Only visits I choose", "radio");
  await press("Make the link");
  expect(screen.getByRole("alert")).toHaveTextContent("Choose at least one visit");
  expect(actions.makeLinkAction).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole("checkbox", { name: /2026/ }));
  await press("7 days", "radio");
  await press(/^Up to 5 devices/, "radio");
  await userEvent.type(screen.getByRole("textbox", { name: /^Passcode/ }), "blue heron");
  await press("Make the link");
  expect(actions.makeLinkAction).toHaveBeenCalledWith(
    expect.objectContaining({ visitIds: [VISIT], minutes: 10_080, maxDevices: 5, passcode: "blue heron" }),
  );
});

it("says what was refused, and keeps what was chosen", async () => {
  const fields = [{ path: "parts", message: "Choose what the link opens" }];
  const error = { code: "invalid", message: "Some of the input isn't valid", requestId: "r", fields };
  actions.makeLinkAction.mockResolvedValue({ ok: false, error });
  for (const part of ["Allergies", "Conditions"]) await press(part, "checkbox");
  await press("Make the link");
  expect(screen.getByRole("group", { name: "What does it open?" })).toHaveAccessibleDescription(
    /Choose what the link opens/,
  );
  expect(screen.getByRole("checkbox", { name: "Medicines" })).toBeChecked();
  expect(onMade).not.toHaveBeenCalled();
});
