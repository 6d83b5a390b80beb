import type { Actor } from "@/lib/actor/actor";
import { addChild } from "@/lib/domain/family/add-child";
import { acceptFamilyInvitation } from "@/lib/domain/family/internal/accept-family-invitation";
import { inviteRelative } from "@/lib/domain/family/invite-relative";
import { db } from "@/lib/platform/db/db";
import { actorOf, newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, inDays } from "@/tests/support/factories";
import { storeNote } from "@/tests/support/notes";
import { newestMailTo } from "@/tests/support/mails";

type Scope = "BOOK" | "READ" | "ALL";
type Relation = "SELF" | "CHILD" | "PARENT" | "SPOUSE" | "OTHER";

/** The birthday of someone who becomes so many years old today, in UTC, or some days from now. */
export function bornYearsAgo(years: number, days = 0): string {
  const day = new Date(Date.now() + days * 86_400_000);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
}

/** A parent with a child. */
export async function parentWithChild(bornOn = bornYearsAgo(8)) {
  const parent = await newPatient();
  const child = await addChild(parent.actor, { name: "Small Person", bornOn });
  return { parent, actor: await actorOf(parent.user), patientId: child.id, accessId: child.accessId };
}

/** Invites an address, and returns the invitation with the token from its mail. */
export async function invite(
  actor: Actor,
  patientId: string,
  wanted: { email: string; relation?: Relation; scope?: Scope; endsOn?: string | null },
) {
  const invitation = await inviteRelative(actor, { patientId, relation: "CHILD", scope: "ALL", ...wanted });
  return { ...invitation, token: await mailedToken(wanted.email) };
}

/** A new account's address. */
export const emailOf = async ({ user }: { user: { id: string } }) =>
  (await db.user.findUniqueOrThrow({ where: { id: user.id }, select: { email: true } })).email;

/** The token in the newest mail to this address. */
export async function mailedToken(email: string): Promise<string> {
  const mail = await newestMailTo(email);
  return /\/family-invitations\/([\w-]+)$/m.exec(mail.text)?.[1] ?? "";
}

/** Someone new who acts for the patient, by an invitation. */
export async function relative(
  actor: Actor,
  patientId: string,
  wanted: { relation?: Relation; scope?: Scope; endsOn?: string } = {},
) {
  const person = await newPatient();
  const { token } = await invite(actor, patientId, { email: await emailOf(person), ...wanted });
  await acceptFamilyInvitation(person.actor, { token });
  const access = await db.patientAccess.findUniqueOrThrow({
    where: { userId_patientId: { userId: person.user.id, patientId } },
  });
  return { ...person, actor: await actorOf(person.user), accessId: access.id };
}

/** A visit of the patient with its signed note, and the doctor who wrote it. */
export async function signedNote(patientId: string) {
  const doctor = await newDoctor();
  const ids = { doctorId: doctor.doctorId, patientId };
  const { id } = await createAppointment(ids, { status: "COMPLETED", startsAt: inDays(-3) });
  const data = { ...ids, appointmentId: id, status: "SIGNED", assessment: "Well", signedAt: new Date() } as const;
  await storeNote(doctor.actor, data);
  return { doctor, appointmentId: id };
}
