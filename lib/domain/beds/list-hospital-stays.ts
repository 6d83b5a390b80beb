import { findStayPatientIds } from "@/lib/domain/front-desk/find-patients";
import type { Actor } from "@/lib/actor/actor";
import { listStays, type BedBookingPage, type StayRow } from "./queries";
import type { BedBookingStatus } from "./status";

export type StaysFilter = {
  status?: BedBookingStatus | undefined;
  /** Words that begin words of the patient's name. */
  name?: string | undefined;
};

/** A page of all stays there ever were at one hospital, the newest first, for its staff; others see an empty one. */
export async function listHospitalStays(
  actor: Actor,
  hospitalId: string,
  { status, name }: StaysFilter,
  page: BedBookingPage,
): Promise<{ items: StayRow[]; nextCursor: string | null }> {
  const patientIds = name ? await findStayPatientIds(actor, hospitalId, name) : undefined;
  if (patientIds?.length === 0) return { items: [], nextCursor: null };
  return listStays(actor, { hospitalId, ...(status ? { status } : {}), ...(patientIds ? { patientIds } : {}) }, page);
}
