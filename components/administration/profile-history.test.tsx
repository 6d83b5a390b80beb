import { render, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { ProfileChanges, ProfileHistory } from "./profile-history";

const ADMIN = { id: "0199d000-0000-7000-8000-000000000001", name: "Nora Adminson" };
const AT = "2026-11-23T09:00:00Z";

it("says each step of a verification, and who took it", () => {
  render(
    <ProfileHistory
      history={[
        { step: "suspend", at: "2026-11-24T09:00:00Z", by: null },
        { step: "verify", at: AT, by: ADMIN },
      ]}
    />,
  );
  const table = within(screen.getByRole("table", { name: "Verification" }));
  for (const step of ["Suspended", "Verified"]) expect(table.getByText(step)).toBeInTheDocument();
  expect(table.getByRole("link", { name: ADMIN.name })).toHaveAttribute("href", `/admin/people/${ADMIN.id}`);
});

it("says what a profile asked to change, what became of it, and why", () => {
  const profile = { id: ADMIN.id, slug: "a-hospital", name: "A hospital", city: null };
  const fields = [{ field: "name", from: "A hospital", to: "Another" } as const];
  const asked = {
    kind: "hospital",
    profile,
    fields,
    contact: null,
    lookAlikes: [],
    createdAt: AT,
    version: 2,
  } as const;
  render(
    <ProfileChanges
      changes={[{ ...asked, fields: [...fields], lookAlikes: [], id: ADMIN.id, status: "REJECTED", reason: "Not so" }]}
    />,
  );
  const table = within(screen.getByRole("table", { name: "Changes they asked for" }));
  for (const text of ["Name: Another", "Rejected", "Not so"]) expect(table.getByText(text)).toBeInTheDocument();
});
