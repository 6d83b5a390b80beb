import { listAppointmentCards, type AppointmentCard } from "@/lib/domain/appointments/queries";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import type { Actor } from "@/lib/actor/actor";
import { searchPatientIds } from "./search-patients";

export type DeskFilter = {
  /** Half-open; a missing side is open. */
  from?: Date;
  to?: Date;
  doctorId?: string | undefined;
  status?: AppointmentStatus | undefined;
  needsRebooking?: boolean | undefined;
  /** Starts of words in the patient's name. */
  name?: string | undefined;
};

export type DeskPage = { limit: number; cursor?: string | undefined; order: "asc" | "desc" };

/** Returns a page of one hospital's appointments by start, for its staff; an empty page for others. */
export async function listDesk(
  actor: Actor,
  hospitalId: string,
  filter: DeskFilter,
  { cursor, ...page }: DeskPage,
): Promise<{ items: AppointmentCard[]; nextCursor: string | null }> {
  const { from, to, doctorId, status, needsRebooking, name } = filter;
  const window = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const patientIds = name ? await searchPatientIds(actor, hospitalId, name, window) : undefined;
  if (patientIds?.length === 0) return { items: [], nextCursor: null };
  return listAppointmentCards(
    actor,
    {
      hospitalId,
      ...(from ? { from: from.toISOString() } : {}),
      ...(to ? { to: to.toISOString() } : {}),
      ...(doctorId ? { doctorId } : {}),
      ...(status ? { status } : {}),
      ...(needsRebooking ? { needsRebooking: true, statuses: ["PENDING", "CONFIRMED"] } : {}),
      ...(patientIds ? { patientIds } : {}),
    },
    { ...page, ...(cursor ? { cursor } : {}) },
  );
}
