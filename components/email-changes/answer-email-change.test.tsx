import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { AnswerEmailChange } from "./answer-email-change";

const answer = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/email-changes/actions", () => ({ answerEmailChangeAction: answer }));
beforeEach(() => answer.mockReset());

it("changes nothing before its button is pressed, then says what to do", async () => {
  answer.mockResolvedValue({ done: "change" });
  render(<AnswerEmailChange token="secret" does="change" email="new@caresync.test" />);
  expect(screen.getByRole("heading", { name: "Use this address?" })).toBeInTheDocument();
  expect(answer).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Use this address" }));
  expect(await screen.findByRole("heading", { name: "The address has changed" })).toBeInTheDocument();
  expect((answer.mock.calls[0]?.[1] as FormData).get("token")).toBe("secret");
  expect(screen.getByRole("link", { name: "Go to sign in" })).toBeInTheDocument();
});

it("keeps the question when it fails, and says why", async () => {
  const message = "Another account uses this address by now. Nothing has changed.";
  answer.mockResolvedValue({ error: { code: "already-exists", message, requestId: "r" } });
  render(<AnswerEmailChange token="secret" does="stop" email="old@caresync.test" />);
  await userEvent.click(screen.getByRole("button", { name: "Keep this address" }));
  expect(await screen.findByText(message)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Keep this address" })).toBeEnabled();
});
