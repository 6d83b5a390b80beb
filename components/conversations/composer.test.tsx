import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { Composer } from "./composer";

const { send, refresh } = vi.hoisted(() => ({ send: vi.fn(), refresh: vi.fn() }));
vi.mock("@/lib/domain/conversations/actions", () => ({ sendMessageAction: send }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }), unstable_rethrow: () => undefined }));
vi.mock("@/components/ui/unsaved-guard", () => ({ UnsavedGuard: () => null }));

const lost = { ok: false, error: { code: "unavailable", message: "We couldn't connect.", requestId: "" } };
beforeEach(() => void [send.mockReset(), refresh.mockReset()]);

it("keeps what was typed when it couldn't be sent, and tries again with the same key", async () => {
  const user = userEvent.setup();
  render(<Composer appointmentId="v" templates={["I’m late."]} />);
  send.mockResolvedValueOnce(lost).mockResolvedValueOnce({ ok: true, data: {} });
  const field = screen.getByLabelText("Your message");
  await user.type(field, "On my way");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText("We couldn't connect.")).toBeDefined();
  expect(field).toHaveValue("On my way");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(field).toHaveValue("");
  const [first, second] = send.mock.calls.map(([input]) => input as { requestKey: string; text: string });
  expect(second).toEqual(first);
  expect(refresh).toHaveBeenCalledOnce();
});

it("sends nothing empty, and another message with another key", async () => {
  const user = userEvent.setup();
  render(<Composer appointmentId="v" templates={["I’m late."]} />);
  expect(screen.getByRole("button", { name: "Send" })).toBeDisabled();
  send.mockResolvedValueOnce(lost).mockResolvedValueOnce(lost);
  const field = screen.getByLabelText("Your message");
  await user.type(field, "One");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await screen.findByText("We couldn't connect.");
  await user.type(field, " more");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(send).toHaveBeenCalledTimes(2);
  const keys = send.mock.calls.map(([input]) => (input as { requestKey: string }).requestKey);
  expect(keys[0]).not.toBe(keys[1]);
});
