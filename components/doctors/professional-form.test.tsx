import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { leave } from "@/components/ui/leave";
import { ProfessionalForm } from "./professional-form";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));
vi.mock("@/lib/domain/doctors/actions", () => ({ saveOwnProfileAction: vi.fn() }));

const profile = {
  version: 1,
  name: "Dr Asha",
  biography: "",
  languages: [],
  feeMinor: null,
  currency: "EUR",
  practiceName: null,
  phone: null,
  videoUrl: null,
  address: null,
  city: null,
  country: null,
  registrationNumber: null,
  specialtyIds: [],
};

it("guards the page while something is unsaved, and no longer once it is reverted", async () => {
  render(
    <ProfessionalForm
      profile={profile}
      change={null}
      specialties={null}
      choices={{ languages: [], currencies: [{ value: "EUR", label: "EUR" }], countries: [] }}
    />,
  );
  const about = screen.getByRole("textbox", { name: /^About you/ });
  expect(leave.isHeld).toBe(false);
  await userEvent.type(about, "x");
  await waitFor(() => expect(leave.isHeld).toBe(true));
  await userEvent.clear(about);
  await waitFor(() => expect(leave.isHeld).toBe(false));
});
