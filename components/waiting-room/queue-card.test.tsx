import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { routes } from "@/lib/site/routes";
import { QueueCard } from "./queue-card";
import type { QueueView, TicketView } from "./queue-view";

const actions = vi.hoisted(() => ({
  callNextAction: vi.fn(),
  callPatientAction: vi.fn(),
  missCallAction: vi.fn(),
  recallPatientAction: vi.fn(),
  setPriorityAction: vi.fn(),
  setRoomAction: vi.fn(),
}));
vi.mock("@/lib/domain/waiting-room/actions", () => actions);
vi.mock("@/lib/domain/appointments/actions", () => ({ changeStatusAction: vi.fn() }));
vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);

const AS_OF = "2027-01-04T09:30:00Z";
const ticket = (number: string, over: Partial<TicketView> = {}): TicketView => ({
  appointmentId: `0199d000-0000-7000-8000-0000000000${number.slice(1).padStart(2, "0")}`,
  appointmentVersion: 2,
  number,
  name: `Patient ${number}`,
  href: routes.hospital.appointment("1"),
  state: "WAITING",
  priority: null,
  isWalkIn: false,
  isOverbooked: false,
  arrivedAt: "2027-01-04T09:10:00Z",
  isOnTheWay: false,
  wait: { low: 10, high: 25 },
  ...over,
});
const queue = (...tickets: TicketView[]): QueueView => ({
  id: "0199d000-0000-7000-8000-000000000001",
  version: 7,
  doctorId: "0199d000-0000-7000-8000-000000000002",
  hospitalId: "0199d000-0000-7000-8000-000000000003",
  title: "Dr Abelard",
  letter: "A",
  room: "Room 3",
  tickets,
});
const show = (...tickets: TicketView[]) => render(<QueueCard queue={queue(...tickets)} asOf={AS_OF} />);

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset().mockResolvedValue({ ok: true, data: ticket("A1") });
});

it("calls the next with the version it shows", async () => {
  show(ticket("A1"), ticket("A2", { priority: "PAIN", isOverbooked: true }));
  const line = screen.getByRole("list", { name: "Waiting for Dr Abelard" });
  expect(within(line).getAllByRole("listitem")[0]).toHaveTextContent(/A1.*Patient A1.*about 10–25 min to go/);
  expect(within(line).getAllByRole("listitem")[1]).toHaveTextContent(/First: Severe pain.*Overbooked/);
  await userEvent.click(screen.getByRole("button", { name: /^Call next/ }));
  expect(actions.callNextAction).toHaveBeenCalledWith({ id: queue().id, version: 7 });
});

it("takes one step at a time, because each changes what the next would act on", async () => {
  let answer = (): void => undefined;
  const called = new Promise((resolve) => (answer = () => resolve({ ok: true, data: ticket("A1") })));
  actions.callPatientAction.mockReturnValue(called);
  show(ticket("A1", { state: "CALLED" }), ticket("A2"));
  await userEvent.click(screen.getByRole("button", { name: "Call again: A1" }));
  for (const name of [/^Call next/, "Not here: A1", "More for A2"]) {
    expect(screen.getByRole("button", { name })).toBeDisabled();
  }
  await act(async () => answer());
  expect(screen.getByRole("button", { name: /^Call next/ })).toBeEnabled();
});

it("notes that someone who was called isn't here, and puts someone who is back into the line", async () => {
  const [called, away] = [ticket("A1", { state: "CALLED" }), ticket("A2", { state: "SET_ASIDE", wait: null })];
  show(called, away);
  expect(screen.getByRole("button", { name: /^Call next/ })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Not here: A1" }));
  expect(actions.missCallAction).toHaveBeenCalledWith({ appointmentId: called.appointmentId });
  await userEvent.click(screen.getByRole("button", { name: "Back in line: A2" }));
  expect(actions.recallPatientAction).toHaveBeenCalledWith({ appointmentId: away.appointmentId });
});

it("lets someone go first for a reason from a list", async () => {
  show(ticket("A1"));
  await userEvent.click(screen.getByRole("button", { name: "More for A1" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Severe pain" }));
  expect(actions.setPriorityAction).toHaveBeenCalledWith({ appointmentId: ticket("A1").appointmentId, reason: "PAIN" });
});

it("changes the room, and says what will appear when no one waits", async () => {
  show();
  expect(screen.getByText(/No one is waiting/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /Room 3/ }));
  await userEvent.clear(screen.getByLabelText("Room today"));
  await userEvent.type(screen.getByLabelText("Room today"), "Room 4");
  await userEvent.click(screen.getByRole("button", { name: "Save room" }));
  expect(actions.setRoomAction).toHaveBeenCalledWith(expect.objectContaining({ room: "Room 4" }));
});
