import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { savePreferencesAction } from "@/lib/domain/preferences/actions";
import { toPreferencesOutput } from "@/lib/domain/preferences/output";
import { PATIENT_TOPICS } from "@/lib/domain/preferences/status";
import { PreferencesForm } from "./preferences-form";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));
vi.mock("@/lib/domain/preferences/actions", () => ({ savePreferencesAction: vi.fn() }));
const save = vi.mocked(savePreferencesAction);

const stored = { version: 3, timeZone: "Europe/Berlin", quietHours: null, choices: {}, hasPhone: false };
const preferences = toPreferencesOutput({ ...stored, topics: [...PATIENT_TOPICS] });
const messages = () => within(screen.getByRole("group", { name: "Messages" }));
beforeEach(() => {
  save.mockReset();
  save.mockResolvedValue({ ok: true, data: preferences });
});

it("sends only what was changed, with the version that was read", async () => {
  render(<PreferencesForm preferences={preferences} channels={["EMAIL", "PUSH"]} hasPhone={false} />);
  await userEvent.click(messages().getByRole("checkbox", { name: "Email" }));
  await userEvent.click(screen.getByRole("button", { name: "Update choices" }));
  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  const choices = [{ topic: "MESSAGES", channel: "EMAIL", isOn: false }];
  expect(save).toHaveBeenCalledWith({ version: 3, choices, quietHours: null });
});

it("keeps what was changed here when something else was saved elsewhere, and doesn't undo that", async () => {
  const form = (now: typeof preferences) => <PreferencesForm preferences={now} channels={["EMAIL"]} hasPhone={false} />;
  const { rerender } = render(form(preferences));
  await userEvent.click(messages().getByRole("checkbox", { name: "Email" }));
  const quietHours = { from: "21:00", until: "06:00" };
  rerender(form({ ...preferences, version: 4, quietHours }));
  expect(messages().getByRole("checkbox", { name: "Email" })).not.toBeChecked();
  await userEvent.click(screen.getByRole("button", { name: "Update choices" }));
  const choices = [{ topic: "MESSAGES", channel: "EMAIL", isOn: false }];
  await waitFor(() => expect(save).toHaveBeenCalledWith({ version: 4, choices, quietHours }));
});

it("shows what can't be turned off, and only where this site sends anything", () => {
  render(<PreferencesForm preferences={preferences} channels={["EMAIL"]} hasPhone={false} />);
  const visits = within(screen.getByRole("group", { name: "Appointments" }));
  expect(visits.getByRole("checkbox", { name: "Email" })).toBeChecked();
  expect(visits.getByRole("checkbox", { name: "Email" })).toBeDisabled();
  expect(messages().getByRole("checkbox", { name: "Email" })).toBeEnabled();
  expect(screen.queryByRole("checkbox", { name: "Device" })).toBeNull();
});

it("offers text messages to those with a phone number", () => {
  const { rerender } = render(<PreferencesForm preferences={preferences} channels={["SMS"]} hasPhone={false} />);
  expect(messages().getByRole("checkbox", { name: "Text" })).toBeDisabled();
  rerender(<PreferencesForm preferences={preferences} channels={["SMS"]} hasPhone />);
  expect(messages().getByRole("checkbox", { name: "Text" })).toBeEnabled();
});

it("turns quiet hours on with the usual times, and says what is wrong with others", async () => {
  const fields = [{ path: "quietHours.until", message: "Must differ from the beginning" }];
  save.mockResolvedValue({ ok: false, error: { code: "invalid", message: "", requestId: "r", fields } });
  render(<PreferencesForm preferences={preferences} channels={["EMAIL"]} hasPhone={false} />);
  await userEvent.click(screen.getByRole("switch", { name: "Quiet hours" }));
  expect(screen.getByRole("textbox", { name: "Quiet hours, from" })).toHaveValue("22:00");
  await userEvent.click(screen.getByRole("button", { name: "Update choices" }));
  await screen.findByText("Must differ from the beginning");
  expect(save.mock.calls[0]?.[0]).toMatchObject({ quietHours: { from: "22:00", until: "07:00" } });
});
