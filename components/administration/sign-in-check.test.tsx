import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { SignInCheck } from "@/lib/domain/administration/schema-people";
import { SignInCheckResult } from "./sign-in-check";

const resend = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/staff/actions", () => ({ resendStaffInvitationAction: resend }));
vi.mock("@/lib/domain/messages/actions", () => ({ resendMessageAction: vi.fn() }));

const ID = "0199d000-0000-7000-8000-000000000001";
const AT = "2026-11-23T09:00:00Z";
const NOTHING: SignInCheck = { account: null, facts: [], similar: [], former: [], invitations: [], messages: [] };
const show = (over: Partial<SignInCheck>) =>
  render(<SignInCheckResult email="asha@caresync.test" check={{ ...NOTHING, ...over }} />);

it("says that nothing is known, when nothing is", () => {
  show({});
  expect(screen.getByRole("heading", { name: "No account has this address" })).toBeInTheDocument();
  expect(screen.getByText(/^Nothing similar is known/)).toBeInTheDocument();
});

it("leads to accounts with almost the same address, and to one whose address it was", () => {
  const asha = { id: ID, name: "Asha Abelard" };
  show({
    similar: [{ ...asha, email: "ahsa@caresync.test" }],
    former: [{ ...asha, email: "asha@elsewhere.test", at: AT }],
  });
  for (const name of ["ahsa@caresync.test", "asha@elsewhere.test"])
    expect(screen.getByRole("link", { name })).toHaveAttribute("href", `/admin/people/${ID}`);
  expect(screen.getByText(/^It was the address of Asha Abelard until/)).toBeInTheDocument();
});

it("sends an invitation to the staff again, with a new link, and no other kind", async () => {
  resend.mockResolvedValue({ ok: true, data: {} });
  const waiting = { id: ID, hospitalId: ID, hospital: "A hospital", at: AT, until: AT };
  show({
    invitations: [
      { ...waiting, kind: "STAFF" },
      { ...waiting, id: crypto.randomUUID(), kind: "FAMILY", hospitalId: null, hospital: null },
    ],
  });
  const table = within(screen.getByRole("table", { name: "Invitations" }));
  expect(table.getByText("Invitation to a family")).toBeInTheDocument();
  await userEvent.click(table.getByRole("button", { name: "Send a new link" }));
  expect(resend).toHaveBeenCalledWith({ hospitalId: ID, id: ID });
});

it("answers for an account in sentences", () => {
  const fine = { code: "fine", at: AT, until: null, count: null, answer: null } as const;
  show({ account: { id: ID, name: "Asha Abelard", email: "asha@caresync.test" }, facts: [fine] });
  expect(screen.getByRole("heading", { name: "Nothing we know of keeps them from signing in" })).toBeInTheDocument();
  expect(screen.getByText(/^Everything looks fine/)).toBeInTheDocument();
});
