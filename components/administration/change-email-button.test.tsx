import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { ChangeEmailButton } from "./change-email-button";

const ask = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/email-changes/actions", () => ({ requestEmailChangeAction: ask }));
beforeEach(() => ask.mockReset());

const person = { id: "0199d000-0000-7000-8000-000000000001", name: "Asha Abelard", email: "asha@caresync.test" };

it("asks for the address and a reason, keeps both when it fails, and closes once it is done", async () => {
  const message = "Another account has this address.";
  const fields = [{ path: "email", message }];
  ask.mockResolvedValueOnce({ ok: false, error: { code: "already-exists", message, requestId: "r", fields } });
  render(<ChangeEmailButton person={person} />);
  await userEvent.click(screen.getByRole("button", { name: "Change address" }));
  await userEvent.type(screen.getByRole("textbox", { name: /New email address/ }), "bela@caresync.test");
  await userEvent.type(screen.getByRole("textbox", { name: /Reason/ }), "She phoned");
  await userEvent.click(screen.getByRole("button", { name: "Ask for consent" }));
  expect(await screen.findByText(message)).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: /Reason/ })).toHaveValue("She phoned");
  ask.mockResolvedValueOnce({ ok: true, data: {} });
  await userEvent.click(screen.getByRole("button", { name: "Ask for consent" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(ask).toHaveBeenLastCalledWith({ userId: person.id, email: "bela@caresync.test", reason: "She phoned" });
});
