import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { ShareDialog } from "./share-dialog";

const actions = vi.hoisted(() => ({
  giveGrantAction: vi.fn<(grant: object) => Promise<object>>(),
  findSharingDoctorsAction: vi.fn<(wanted: object) => Promise<object>>(),
}));
vi.mock("@/lib/domain/sharing/actions", () => actions);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

const [PATIENT, DOCTOR] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
const onClose = vi.fn();

beforeEach(() => {
  const found = { id: DOCTOR, name: "Dr. Ada Quill", city: "Elsewhere", specialties: "Cardiology" };
  actions.findSharingDoctorsAction.mockResolvedValue({ ok: true, data: [found] });
  actions.giveGrantAction.mockReset().mockResolvedValue({ ok: true, data: {} });
  onClose.mockReset();
  render(
    <ShareDialog patient={{ id: PATIENT, name: "Nora Moss", isYou: true }} today="2026-11-28" onClose={onClose} />,
  );
});

it("shares with the doctor chosen by name, with what may be read", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Share the record" }));
  expect(screen.getByText("Choose a doctor", { selector: "p, p *" })).toBeVisible();
  expect(actions.giveGrantAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("combobox", { name: /^Doctor/ }));
  await userEvent.type(screen.getByPlaceholderText("Type the doctor's name"), "quill");
  await userEvent.click(await screen.findByRole("option", { name: /Dr. Ada Quill/ }));
  await userEvent.click(screen.getByRole("radio", { name: /^Allergies and conditions only/ }));
  await userEvent.click(screen.getByRole("button", { name: "Share the record" }));
  expect(actions.giveGrantAction).toHaveBeenCalledWith({
    patientId: PATIENT,
    doctorId: DOCTOR,
    scope: "BACKGROUND",
    endsOn: null,
  });
  expect(onClose).toHaveBeenCalled();
});
