import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { SentMessage } from "@/lib/domain/messages/schema";
import { SentMessageList } from "./sent-message-list";

const resend = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/messages/actions", () => ({ resendMessageAction: resend }));

const message = (over: Partial<SentMessage>): SentMessage => ({
  id: crypto.randomUUID(),
  channel: "EMAIL",
  state: "SENT",
  reason: "appointment.confirmed",
  recipient: "Asha Abelard",
  recipientId: null,
  createdAt: "2026-11-23T09:00:00Z",
  dueAt: "2026-11-23T09:00:00Z",
  nextAttemptAt: null,
  endedAt: "2026-11-23T09:00:01Z",
  attempts: 1,
  answer: null,
  canResend: false,
  ...over,
});

it("says what a message was about, how it went out and what became of it", () => {
  render(
    <SentMessageList messages={[message({}), message({ channel: "SMS", state: "FAILED", answer: "http-503" })]} />,
  );
  const table = screen.getByRole("table", { name: "Sent messages" });
  expect(within(table).getAllByText("Appointment")).toHaveLength(2);
  for (const text of ["Email", "Text message", "Sent", "Trying again", "· http-503"])
    expect(within(table).getByText(text)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Send again/ })).not.toBeInTheDocument();
});

it("says in words why a message wasn't sent", () => {
  const answers = ["unwanted", "read", "no-access"];
  render(<SentMessageList messages={answers.map((answer) => message({ state: "CANCELLED", answer }))} />);
  const table = screen.getByRole("table", { name: "Sent messages" });
  for (const words of ["Turned off by its reader", "Already read in the portal", "No longer acts for the patient"])
    expect(within(table).getByText(`· ${words}`)).toBeInTheDocument();
  for (const code of answers) expect(within(table).queryByText(`· ${code}`)).not.toBeInTheDocument();
});

it("without a provider says that it is in the outbox, and offers to send again what can be", async () => {
  resend.mockResolvedValue({ ok: true, data: {} });
  const kept = message({ state: "GIVEN_UP", answer: "not-configured", canResend: true });
  render(<SentMessageList messages={[kept]} />);
  expect(screen.getAllByText("Kept in the outbox").length).toBeGreaterThan(0);
  await userEvent.click(screen.getAllByRole("button", { name: "Send again: Appointment" })[0]!);
  expect(resend).toHaveBeenCalledWith({ id: kept.id });
});

it("shows an account its own without recipients and without a button", () => {
  render(<SentMessageList own messages={[message({ canResend: true })]} />);
  expect(screen.queryByText("Asha Abelard")).not.toBeInTheDocument();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

it("counts no attempts of a notice in the portal, and leaves the empty lines out on phones", () => {
  render(<SentMessageList messages={[message({ channel: "IN_APP", attempts: 0, reason: "appointment.reminded" })]} />);
  const entry = within(screen.getByRole("list", { name: "Sent messages" })).getByRole("listitem");
  expect(entry).toHaveTextContent(/^ReminderSentToAsha AbelardByIn the portalWhen/);
  expect(within(entry).queryByText("Attempts")).not.toBeInTheDocument();
  expect(within(entry).queryByText("Send again")).not.toBeInTheDocument();
});
