import type { Actor } from "@/lib/actor/actor";
import { recordChange, type EventDraft } from "@/lib/actor/record";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { sideOf, visibleTo } from "../policy";
import type { Side } from "../status";

const visitSelect = {
  id: true,
  patientId: true,
  doctorId: true,
  hospitalId: true,
  scheduleId: true,
  status: true,
  endsAt: true,
} satisfies Prisma.AppointmentSelect;
export type Visit = Prisma.AppointmentGetPayload<{ select: typeof visitSelect }>;

/** Returns a visit whose messages the actor reads, and the side they are on. Throws `not-found`. */
export async function requireVisit(tx: Tx, actor: Actor, appointmentId: string): Promise<{ visit: Visit; side: Side }> {
  const visit = await tx.appointment.findFirst({
    where: { AND: [{ id: appointmentId }, visibleTo(actor)] },
    select: visitSelect,
  });
  const side = visit && sideOf(actor, visit);
  if (!side) throw notFound();
  return { visit, side };
}

/** Writes the audit entry of a look at the messages about a visit, or of another one; PostgreSQL adds what for. */
export function leaveTrace(
  tx: Tx,
  actor: Actor,
  { id, patientId, doctorId, hospitalId }: Visit,
  action: `conversation.${"read" | "send" | "open-file"}`,
  events: EventDraft[] = [],
): Promise<void> {
  const audit = { action, subject: "conversation", subjectId: id, patientId, doctorId, hospitalId };
  return recordChange(tx, actor, audit, events);
}
