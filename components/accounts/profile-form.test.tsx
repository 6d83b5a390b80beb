import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { leave } from "@/components/ui/leave";
import { saveProfileAction } from "@/lib/domain/accounts/actions";
import { ProfileForm } from "./profile-form";

vi.mock("@/lib/domain/accounts/actions", () => ({ saveProfileAction: vi.fn() }));

const save = vi.mocked(saveProfileAction);
const form = (phone: string, version: number) => (
  <ProfileForm name="Asha" phone={phone} timeZone="UTC" version={version} />
);

it("guards the page while something is unsaved, also after a refusal, and releases it once saved and reloaded", async () => {
  const { rerender } = render(form("", 1));
  const phone = screen.getByRole("textbox", { name: /^Phone/ });
  await userEvent.type(phone, "030 5550188");
  await waitFor(() => expect(leave.isHeld).toBe(true));

  save.mockImplementation((_before, data) =>
    Promise.resolve({
      error: { code: "invalid", message: "No", requestId: "" },
      values: { phone: String(data.get("phone")) },
    }),
  );
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  await userEvent.type(screen.getByRole("textbox", { name: /^Phone/ }), "{End}");
  expect(leave.isHeld).toBe(true);

  save.mockResolvedValue({ done: 1 });
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved")).toBeVisible();
  // As stored, which differs from what was typed.
  rerender(form("+49305550188", 2));
  await userEvent.type(screen.getByRole("textbox", { name: /^Phone/ }), "{End}");
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await waitFor(() => expect(leave.isHeld).toBe(false));
  expect(screen.getByText("Saved")).toBeVisible();
});
