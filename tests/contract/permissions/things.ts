import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { addDocument } from "@/lib/domain/documents/add-document";
import { inviteRelative } from "@/lib/domain/family/invite-relative";
import { inTransaction } from "@/lib/actor/transaction";
import { endGrant } from "@/lib/domain/sharing/end-grant";
import { endLink } from "@/lib/domain/sharing/end-link";
import { makeLink } from "@/lib/domain/sharing/make-link";
import { giveGrant } from "@/lib/domain/sharing/give-grant";
import { db, type Prisma } from "@/lib/platform/db/db";
import { addAttachment } from "@/lib/domain/records/add-attachment";
import { asFile, pdf } from "@/tests/support/files";
import { allergyOf, conditionOf, newProxy } from "@/tests/integration/background-harness";
import { FOUND, NOTE } from "@/tests/integration/encounter-harness";
import { createAppointment, createDoctor, createSchedule, inDays } from "@/tests/support/factories";
import { next, type Cast } from "./cast";

/** What the people around the patient have to do with each other: made when a request needs it, each time another one. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** No two visits overlap: those that are over count back from here. */
const THIS_HOUR = Math.floor(Date.now() / HOUR) * HOUR;
let [past, future] = [0, 0];

/** A time the doctor offers, another one each time. */
export function freeTime(): string {
  const [day, half] = [Math.floor(++future / 16), future % 16];
  return new Date(inDays(40 + day, "09:00").getTime() + half * 30 * MINUTE).toISOString().replace(".000Z", "Z");
}

/** Ends the visits to come, so that the limits of what one person may book are never reached. */
export async function clearCalendar({ patientId }: Cast): Promise<void> {
  const coming = { patientId, startsAt: { gt: new Date() } };
  await db.appointment.deleteMany({ where: { ...coming, status: { in: ["HELD", "CHECKED_IN"] } } });
  const data = { status: "CANCELLED", endedAt: new Date(), version: { increment: 1 } } as const;
  await db.appointment.updateMany({ where: { ...coming, status: "CONFIRMED" }, data });
}

/** A visit of the patient with the doctor, at the hospital; tomorrow or later. */
export async function visit(cast: Cast, over: Partial<Prisma.AppointmentUncheckedCreateInput> = {}): Promise<string> {
  const { doctor, patientId, hospitalId } = cast;
  const place = { hospitalId, scheduleId: doctor.scheduleId, cancellationNoticeMinutes: 0 };
  return (await createAppointment({ doctorId: doctor.doctorId, patientId }, { ...place, ...over })).id;
}

/** One that is being written up. */
export async function startedVisit(cast: Cast): Promise<string> {
  const startsAt = new Date(THIS_HOUR - ++past * 30 * MINUTE);
  const id = await visit(cast, { status: "IN_PROGRESS", startsAt, startedAt: startsAt });
  const { doctor, patientId } = cast;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.doctor', ${doctor.doctorId}, true)`;
    await tx.encounter.create({ data: { appointmentId: id, patientId, doctorId: doctor.doctorId } });
  });
  return id;
}

/** One with a signed note. */
export async function signedVisit(cast: Cast): Promise<string> {
  const id = await startedVisit(cast);
  await completeVisit(cast.doctor.actor, { appointmentId: id, note: NOTE, parts: FOUND, version: 1 });
  return id;
}

/** A file of a draft, and one of a signed note. */
export async function attachment(cast: Cast, appointmentId?: string): Promise<string> {
  const visitId = appointmentId ?? (await startedVisit(cast));
  const file = asFile(pdf(`Page ${next()}`));
  return (await addAttachment(cast.doctor.actor, { appointmentId: visitId, file })).id;
}
export async function signedAttachment(cast: Cast): Promise<string> {
  const appointmentId = await startedVisit(cast);
  const id = await attachment(cast, appointmentId);
  await completeVisit(cast.doctor.actor, { appointmentId, note: NOTE, parts: FOUND, version: 1 });
  return id;
}

export const LETTER = { title: "Letter", kind: "LETTER", datedOn: "2026-05-03" } as const;
/** A document the patient keeps. */
export const document = async ({ patient, patientId }: Cast) =>
  (await addDocument(patient.actor, { patientId, file: asFile(pdf(`Page ${next()}`)), ...LETTER })).id;

/** No allergy holds, so that the patient can say that none is known. */
export async function withoutAllergies({ patient, patientId }: Cast): Promise<string> {
  const data = { status: "INACTIVE", version: { increment: 1 } } as const;
  await inTransaction(patient.actor, (tx) => tx.allergy.updateMany({ where: { patientId, status: "ACTIVE" }, data }));
  return patientId;
}

export const allergy = async (cast: Cast) =>
  (await allergyOf(cast.patient.actor, cast.patientId, { substance: `Substance ${next()}` })).id;
export const condition = async (cast: Cast) =>
  (await conditionOf(cast.patient.actor, cast.patientId, `Condition ${next()}`)).id;

export async function familyInvitation({ patient, patientId }: Cast): Promise<string> {
  await db.familyInvitation.deleteMany({ where: { patientId } });
  const wanted = { email: `family-${next()}@caresync.test`, relation: "SPOUSE", scope: "READ", endsOn: null } as const;
  return (await inviteRelative(patient.actor, { patientId, ...wanted })).id;
}

/** Someone's access to the patient; there is one of the kind at a time, because their number is limited. */
export async function access({ patientId }: Cast): Promise<string> {
  await db.patientAccess.deleteMany({ where: { patientId, relation: "OTHER" } });
  const { user } = await newProxy(patientId, { scope: "READ", relation: "OTHER" });
  const key = { userId_patientId: { userId: user.id, patientId } };
  return (await db.patientAccess.findUniqueOrThrow({ where: key })).id;
}

let shared: string | undefined;
/** What the patient shares with a doctor; one at a time, because their number is limited. */
export async function grant({ patient, patientId }: Cast): Promise<string> {
  if (shared) await endGrant(patient.actor, { patientId, id: shared }).catch(() => undefined);
  const doctorId = await otherDoctor();
  shared = (await giveGrant(patient.actor, { patientId, doctorId, scope: "RECORD", endsOn: null })).id;
  return shared;
}

let linked: string | undefined;

/** A link to the patient's record; few hold at a time. */
export async function link({ patient, patientId }: Cast): Promise<string> {
  if (linked) await endLink(patient.actor, { patientId, id: linked });
  const wanted = { parts: ["ALLERGIES" as const], visitIds: [], minutes: 15 as const, maxDevices: 1 };
  linked = (await makeLink(patient.actor, { patientId, ...wanted })).id;
  return linked;
}

/** Hours of the doctor, in their own practice. */
export async function schedule({ doctor }: Cast): Promise<string> {
  await ownPractice({ doctor });
  return (await createSchedule(doctor.doctorId, { hospitalId: null, rules: [] })).id;
}

/** The doctor has no hours in their own practice. */
export async function ownPractice({ doctor }: Pick<Cast, "doctor">): Promise<void> {
  await db.schedule.deleteMany({ where: { doctorId: doctor.doctorId, hospitalId: null } });
}

/** Someone the front desk and the doctor have to phone about a visit. */
export async function callToMake(cast: Cast): Promise<string> {
  const { patientId, hospitalId, doctor } = cast;
  const about = { appointmentId: await visit(cast), patientId, hospitalId, doctorId: doctor.doctorId };
  return (await db.toCall.create({ data: { reason: "appointment.cancelled", ...about } })).id;
}

/** A time that the patient holds with the doctor. */
export async function hold(cast: Cast): Promise<string> {
  await clearCalendar(cast);
  const { doctor, patientId, patient } = cast;
  return (await holdSlot(patient.actor, { doctorId: doctor.doctorId, patientId, start: freeTime() })).id;
}

export const otherDoctor = async () => (await createDoctor()).doctor.id;
