import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ToldNote } from "./told-note";

const notePatientToldAction = vi.hoisted(() => vi.fn<(input: object) => Promise<object>>());
vi.mock("@/lib/domain/emergency-access/actions", () => ({ notePatientToldAction }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

const ID = "0190a000-0000-7000-8000-000000000001";
const UNTOLD = { id: ID, patientName: "Nora Moss", isTold: false, canNoteTold: true, toldAt: null, toldBy: null };

it("a patient without an account is shown with their phone number, and telling them is noted after a confirmation", async () => {
  notePatientToldAction.mockResolvedValue({ ok: true, data: {} });
  render(<ToldNote review={{ ...UNTOLD, phone: "+4930123456" }} />);
  expect(screen.getByText("Couldn’t be told")).toBeVisible();
  expect(screen.getByRole("link", { name: /Call Nora Moss/ })).toHaveAttribute("href", "tel:+4930123456");
  await userEvent.click(screen.getByRole("button", { name: "Done: told by letter or phone, Nora Moss" }));
  expect(notePatientToldAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "They were told" }));
  expect(notePatientToldAction).toHaveBeenCalledWith({ id: ID });
});

it("who told a patient and when stays; nothing is said of those who were notified", () => {
  const told = { ...UNTOLD, isTold: true, canNoteTold: false, phone: null };
  const { container, rerender } = render(<ToldNote review={told} />);
  expect(container).toBeEmptyDOMElement();
  rerender(<ToldNote review={{ ...told, toldAt: "2026-11-24T10:00:00Z", toldBy: "Ada Quill" }} />);
  expect(screen.getByText(/told by letter or phone/)).toHaveTextContent("Ada Quill");
  expect(screen.queryByRole("button")).toBeNull();
});

it("the doctor who opened the record sees no button, as another administrator has to note it", () => {
  render(<ToldNote review={{ ...UNTOLD, canNoteTold: false, phone: null }} />);
  expect(screen.getByText("No phone number known")).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});
