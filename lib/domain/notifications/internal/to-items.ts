import { z } from "zod";
import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { listAppointmentTimes } from "@/lib/domain/appointments/queries";
import { listOwnCallIds } from "@/lib/domain/ambulances/queries";
import { listStayNames } from "@/lib/domain/beds/queries";
import { listPartnerNames } from "@/lib/domain/affiliations/queries";
import type { NotificationItem } from "../format";

type Row = { id: string; type: string; refs: unknown; readAt: Date | null; createdAt: Date };

const idOf = (refs: unknown) => z.object({ appointmentId: z.uuid() }).safeParse(refs).data?.appointmentId;
const callIdOf = (refs: unknown) => z.object({ ambulanceBookingId: z.uuid() }).safeParse(refs).data?.ambulanceBookingId;
const stayIdOf = (refs: unknown) => z.object({ bedBookingId: z.uuid() }).safeParse(refs).data?.bedBookingId;

/** Returns notifications for a screen, with the person and the time, by one query of each kind over what the actor may see. */
export async function toItems(actor: Actor, rows: readonly Row[]): Promise<NotificationItem[]> {
  const found = (read: (refs: unknown) => string | undefined) => [
    ...new Set(rows.flatMap(({ refs }) => read(refs) ?? [])),
  ];
  const pairs = rows.flatMap(({ refs }) => pairOf(refs) ?? []);
  const [ownCallIds, stayNames, times, names] = await Promise.all([
    listOwnCallIds(actor, found(callIdOf)),
    listStayNames(actor, found(stayIdOf)),
    listAppointmentTimes(actor, found(idOf)),
    listPartnerNames(actor, pairs),
  ]);
  const ownCalls = new Set(ownCallIds);
  const callOf = (id: string | undefined): NotificationItem["call"] =>
    id ? { id, side: ownCalls.has(id) ? "patient" : "hospital" } : null;
  const stays = new Map(stayNames.map((stay) => [stay.id, notificationStay(actor, stay)]));
  const visits = new Map(times.map((visit) => [visit.id, notificationVisit(actor, visit)]));
  return rows.map(({ id, type, refs, readAt, createdAt }) => ({
    id,
    type,
    isRead: readAt !== null,
    createdAt: createdAt.toISOString(),
    visit: visits.get(idOf(refs) ?? "") ?? null,
    call: callOf(callIdOf(refs)),
    stay: stays.get(stayIdOf(refs) ?? "") ?? null,
    party: partyOf(actor, pairOf(refs), names),
    reading: /^(record-grant|record-link|emergency-access)\./.test(type) ? readingOf(actor, refs) : null,
  }));
}

/** Who reads whose record, or a link to one, told to the doctor, to the patient's side or to an administrator. */
function readingOf(actor: Actor, refs: unknown): NotificationItem["reading"] {
  const about = z.object({ patientId: z.uuid(), doctorId: z.uuid().optional() }).safeParse(refs).data;
  if (!about) return null;
  const { patientId, doctorId } = about;
  if (doctorId !== undefined && doctorId === actor.doctorId) return { patientId, side: "doctor" };
  return { patientId, side: actor.isAdmin && !actor.readablePatientIds.includes(patientId) ? "admin" : "patient" };
}

const pair = z.object({ doctorId: z.uuid(), hospitalId: z.uuid() });
const pairOf = (refs: unknown) => pair.safeParse(refs).data;

/** The doctor sees the hospital's name, the hospital the doctor's. */
function partyOf(actor: Actor, both: z.infer<typeof pair> | undefined, names: Map<string, string>): string | null {
  if (!both) return null;
  return names.get(both.doctorId === actor.doctorId ? both.hospitalId : both.doctorId) ?? null;
}

function notificationVisit(
  actor: Actor,
  visit: Awaited<ReturnType<typeof listAppointmentTimes>>[number],
): NonNullable<NotificationItem["visit"]> {
  const isPatient = visiblePatientIds(actor).includes(visit.patientId);
  const side = isPatient ? "patient" : actor.doctorId === visit.doctorId ? "doctor" : "hospital";
  return {
    id: visit.id,
    side,
    withName: isPatient ? visit.doctor.name : visit.patient.name,
    start: visit.startsAt.toISOString(),
    timeZone: visit.schedule?.timeZone ?? visit.hospital?.timeZone ?? visit.doctor.timeZone,
    mode: visit.mode,
  };
}

function notificationStay(
  actor: Actor,
  stay: Awaited<ReturnType<typeof listStayNames>>[number],
): NonNullable<NotificationItem["stay"]> {
  const isPatient = actor.patientIds.includes(stay.patientId);
  return {
    id: stay.id,
    side: isPatient ? "patient" : "hospital",
    withName: isPatient ? stay.hospital.name : stay.patient.name,
    start: stay.startsAt.toISOString(),
    timeZone: stay.hospital.timeZone,
  };
}
