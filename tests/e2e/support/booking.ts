import { expect, type Locator, type Page } from "@playwright/test";
import { callApi } from "./api";
import { secret } from "./ledger";
import type { Doctor, Patient } from "./people";
import { bookingPath, dateIn, freeSlots, slotButton, someSlots, type Slot } from "./slots";

export type Appointment = { id: string; start: string; status: string; version: number };

/** Takes a slot on the doctor's open page; returns the dialog that confirms it. */
export async function takeSlot(page: Page, slot: Slot): Promise<Locator> {
  await slotButton(page, slot).click();
  const dialog = page.getByRole("dialog", { name: "Book this time?" });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Books a slot through the screens, starting on the doctor's page; for oneself, or for `who`. */
export async function bookOnPage(page: Page, slug: string, slot: Slot, reason = "", who = ""): Promise<void> {
  await page.goto(bookingPath(slug, slot));
  const dialog = await takeSlot(page, slot);
  if (who) await dialog.getByRole("radio", { name: who }).check();
  if (reason) await dialog.getByRole("textbox", { name: /^Reason for visit/ }).fill(secret(reason));
  await dialog.getByRole("button", { name: "Book", exact: true }).click();
}

/** Books a visit through the API: the first available time of two days (`hours`), or one at least `from` hours ahead. */
export async function bookedVisit(
  doctor: { id: string },
  patient: Patient,
  { from = 0, hours = 48, reason = "" } = {},
): Promise<Appointment> {
  const [slot] = await someSlots(doctor.id, 1, { from, hours });
  return patient.api.post("/api/appointments", {
    doctorId: doctor.id,
    patientId: patient.patientId,
    start: slot?.start,
    ...(reason ? { reason: secret(reason) } : {}),
  });
}

/** A visit whose note the doctor has signed; its ID. */
export async function signedNote(
  doctor: Doctor,
  patient: Patient,
  plan = "Rest",
  vitals: { kind: string; value: number; unit: string }[] = [],
  drugs: string[] = [],
): Promise<string> {
  const { id } = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${id}/status`, { status: "IN_PROGRESS" });
  const note = { reason: "", subjective: "", objective: "", assessment: "", plan: secret(plan) };
  const words = { strength: "", form: "", dose: "", route: "", frequency: "Once a day", instructions: "" };
  const prescriptions = drugs.map((drug) => ({ drug, ...words, days: 7 }));
  const parts = { vitals, diagnoses: [], prescriptions };
  await doctor.api.post(`/api/appointments/${id}/encounter/sign`, { note, parts, version: 1 });
  return id;
}

export type DemoSlot = { doctor: { id: string; slug: string; name: string }; slot: Slot; dateThere: string };

/** An available time of the demo doctor at the demo hospital, whose front desk confirms it. */
export async function slotAtHospital(): Promise<DemoSlot> {
  const found = await callApi<{ items: DemoSlot["doctor"][] }>("GET", "/api/doctors?q=sonnwald");
  const [doctor] = found.body.items;
  const slot =
    doctor && (await freeSlots(doctor.id, { from: 30, hours: 24 * 14 })).find(({ hospitalId }) => hospitalId !== null);
  if (!slot) throw new Error("The demo's doctor has no free time at the hospital.");
  return {
    doctor,
    slot,
    dateThere: dateIn("Europe/Berlin", slot.start),
  };
}

/** The list entry of this person. */
export function entryOf(page: Page, person: { name: string }): Locator {
  return page.getByRole("main").getByRole("listitem").filter({ hasText: person.name });
}

/** The first button of a step ("Confirm") for this person's visit, whose name only screen readers hear. */
export function stepButton(scope: Page | Locator, step: string, person: { name: string }): Locator {
  return scope.getByRole("button", { name: new RegExp(`^${step} ?: ${person.name}, `) }).first();
}
