import { expect, type Locator, type Page } from "@playwright/test";
import { callApi } from "./api";
import { expectDefined } from "./expect-defined";

export type Slot = {
  start: string;
  end: string;
  scheduleId: string;
  hospitalId: string | null;
  /** The doctor's, in which pages show it. */ timeZone: string;
};

const HOUR_MS = 3_600_000;
// What playwright.config.ts gives every browser.
const READER = { locale: "en-GB", timeZone: "Asia/Kathmandu" };

/** Available slots of a doctor in the next `hours`, except those that begin within `from` hours. */
export async function freeSlots(doctorId: string, { from = 0, hours = 48 } = {}): Promise<Slot[]> {
  const at = (ahead: number) => new Date(Date.now() + ahead * HOUR_MS).toISOString();
  const query = new URLSearchParams({ from: at(from), to: at(from + hours) });
  const answer = await callApi<{ timeZone: string; slots: Omit<Slot, "timeZone">[] }>(
    "GET",
    `/api/doctors/${doctorId}/availability?${query.toString()}`,
  );
  expect(answer.status).toBe(200);
  return answer.body.slots.map((slot) => ({ ...slot, timeZone: answer.body.timeZone }));
}

/** The first of them, with at least `count` after it. */
export async function someSlots(
  doctorId: string,
  count: number,
  when: { from?: number; hours?: number } = {},
): Promise<Slot[]> {
  const slots = (await freeSlots(doctorId, when)).slice(0, count);
  expect(slots, "free slots to test with").toHaveLength(count);
  return slots;
}

/** The first of them alone. */
export async function someSlot(doctorId: string, when: { from?: number; hours?: number } = {}): Promise<Slot> {
  return expectDefined((await someSlots(doctorId, 1, when))[0], "a free slot");
}

/** An instant's time by the reader's clock: "09:15". */
export function readersTime(instant: string): string {
  return new Intl.DateTimeFormat(READER.locale, {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: READER.timeZone,
  }).format(new Date(instant));
}

/** The date of an instant in a zone: "2026-11-28". */
export function dateIn(timeZone: string, instant: string | Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant));
}

/** Address of a doctor's page that shows the slot's day. */
export function bookingPath(slug: string, slot: Slot): string {
  return `/doctors/${slug}?from=${dateIn(slot.timeZone, slot.start)}`;
}

/** The button of a slot in a picker. */
export function slotButton(scope: Page | Locator, slot: Slot): Locator {
  return scope.locator(`button[data-slot="${slot.start.replace(".000Z", "Z")}"]`);
}
