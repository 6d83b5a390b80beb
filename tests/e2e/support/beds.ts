import { expect, type Locator, type Page } from "@playwright/test";
import { callApi } from "./api";
import type { Manager, Patient } from "./people";

type Ward = { id: string; name: string };
type Booking = { id: string; version: number; status: string };

/** A ward with these beds, made through the API. */
export async function newWard(
  { api, hospitalId }: Manager,
  kind: string,
  name: string,
  labels: string[],
): Promise<Ward & { bedIds: string[] }> {
  const ward = await api.post<Ward>(`/api/hospitals/${hospitalId}/wards`, { name, kind, cleaningMinutes: 30 });
  const bedIds: string[] = [];
  for (const label of labels)
    bedIds.push((await api.post<{ id: string }>(`/api/hospitals/${hospitalId}/beds`, { wardId: ward.id, label })).id);
  return { ...ward, bedIds };
}

/** Requests a bed of a kind from now on, as the patient. */
export function askForBed(
  { api, patientId }: Patient,
  { hospitalId }: Manager,
  wardKind: string,
  reason?: string,
): Promise<Booking> {
  return api.post<Booking>("/api/bed-bookings", {
    hospitalId,
    patientId,
    wardKind,
    from: new Date().toISOString(),
    ...(reason ? { reason } : {}),
  });
}

/** The public number of free beds of a kind. */
export async function publicFree(hospitalId: string, kind: string): Promise<number | undefined> {
  type Public = { slug: string; capacity: { beds: { kind: string; free: number }[] } };
  const { body } = await callApi<Public>("GET", `/api/hospitals/${hospitalId}`);
  return body.capacity.beds.find((one) => one.kind === kind)?.free;
}

export async function slugOf(hospitalId: string): Promise<string> {
  return (await callApi<{ slug: string }>("GET", `/api/hospitals/${hospitalId}`)).body.slug;
}

/** A bed's card on the board. */
export function bedCard(page: Page, label: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("button", { name: new RegExp(`^${label}\\s*,`) }) });
}

/** Opens a bed's sheet, where every step is. */
export async function openBed(page: Page, label: string): Promise<Locator> {
  await page.getByRole("button", { name: new RegExp(`^${label}\\s*,`) }).click();
  const sheet = page.getByRole("dialog", { name: label, exact: true });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** Patients waiting for a bed, on the board. */
export function requestOf(page: Page, { name }: { name: string }): Locator {
  return page.getByRole("list", { name: "Bed requests" }).getByRole("listitem").filter({ hasText: name });
}
