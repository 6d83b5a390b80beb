import { searchStayPatientIds } from "@/lib/domain/front-desk/search-patients";
import type { Actor } from "@/lib/actor/actor";
import type { PageQuery } from "@/lib/platform/input/page";
import { listStays, type StayRow } from "./queries";
import type { BedBookingStatus } from "./status";

export type StaysFilter = {
  status?: BedBookingStatus | undefined;
  /** Starts of words in the patient's name. */
  name?: string | undefined;
};

/** Returns a page of all stays ever at one hospital, newest first, for its staff; an empty page for others. */
export async function listHospitalStays(
  actor: Actor,
  hospitalId: string,
  { status, name }: StaysFilter,
  page: PageQuery,
): Promise<{ items: StayRow[]; nextCursor: string | null }> {
  const patientIds = name ? await searchStayPatientIds(actor, hospitalId, name) : undefined;
  if (patientIds?.length === 0) return { items: [], nextCursor: null };
  return listStays(actor, { hospitalId, ...(status ? { status } : {}), ...(patientIds ? { patientIds } : {}) }, page);
}
