import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { stopEmailsAction } from "@/lib/domain/preferences/actions";
import { StopEmails } from "./stop-emails";

vi.mock("@/lib/domain/preferences/actions", () => ({ stopEmailsAction: vi.fn() }));
const stop = vi.mocked(stopEmailsAction);

it("stops nothing until the button is pressed, and says what has stopped", async () => {
  stop.mockResolvedValue({ done: true });
  render(<StopEmails token="a-secret" about="messages from a practice" />);
  expect(screen.getByRole("heading", { name: "Stop these emails?" })).toBeVisible();
  expect(stop).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Stop these emails" }));
  expect(await screen.findByRole("heading", { name: "These emails have stopped" })).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("No more emails about messages from a practice");
  expect(stop.mock.calls[0]?.[1].get("token")).toBe("a-secret");
});

it("says that a link doesn't work, and can be tried again", async () => {
  stop.mockResolvedValue({ error: { code: "not-found", message: "This link doesn't work.", requestId: "r" } });
  render(<StopEmails token="altered" about="records" />);
  await userEvent.click(screen.getByRole("button", { name: "Stop these emails" }));
  expect(await screen.findByText("This link doesn't work.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Stop these emails" })).toBeEnabled();
});
