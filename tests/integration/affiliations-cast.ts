import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { askToJoin } from "@/lib/domain/affiliations/ask-to-join";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import type { Actor } from "@/lib/actor/actor";
import { actorOf, createCast, newStaff } from "../support/actors";
import {
  createDoctor,
  createHospital,
  createAppointment,
  createPatient,
  createSchedule,
  inDays,
} from "../support/factories";
import { newestMailTo } from "@/tests/support/mails";

export const MISSING = "0199d000-0000-7000-8000-000000000000";

/** One hospital's people, another hospital's manager, and listed doctors at neither. */
export async function createMeeting() {
  const cast = await createCast();
  const other = await createHospital();
  const stranger = (await newStaff(other.id, "MANAGER")).actor;
  const newDoctor = async (over: NonNullable<Parameters<typeof createDoctor>[0]>["over"] = {}) => {
    const made = await createDoctor({ over });
    return { ...made, id: made.doctor.id, actor: await actorOf(made.user) };
  };
  return { ...cast, other, stranger, newDoctor, free: await newDoctor() };
}
export type Meeting = Awaited<ReturnType<typeof createMeeting>>;

/** A doctor who has joined through an invitation. */
export async function joinedDoctor({ hospital, manager, newDoctor }: Meeting) {
  const doctor = await newDoctor();
  const { id } = await inviteDoctor(manager.actor, hospital.id, { doctorId: doctor.id });
  const { affiliationId } = await answerInvitation(doctor.actor, id, { response: "accept" });
  return { ...doctor, affiliationId: affiliationId ?? "" };
}

export const askOf = (doctor: Actor, hospitalId: string) => askToJoin(doctor, { hospitalId, message: "May I?" });

/** The token in the newest mail to an address. */
export async function tokenSentTo(email: string): Promise<string> {
  const mail = await newestMailTo(email);
  return /\/invitations\/([\w-]{43})\n/.exec(mail.text)?.[1] ?? "no link";
}

/** A doctor with hours at the hospital and in their own practice, and a patient with visits at both. */
export async function workingDoctor(meeting: Meeting) {
  const doctor = await joinedDoctor(meeting);
  const hours = await createSchedule(doctor.id, { hospitalId: meeting.hospital.id });
  const { user, patient } = await createPatient();
  const of = { doctorId: doctor.id, patientId: patient.id };
  const at = { hospitalId: meeting.hospital.id, scheduleId: hours.id };
  const here = await createAppointment(of, { ...at, startsAt: inDays(3, "10:00") });
  const orphaned = await createAppointment(of, { hospitalId: meeting.hospital.id, startsAt: inDays(4, "10:00") });
  const elsewhere = await createAppointment(of, {
    scheduleId: doctor.schedule?.id ?? null,
    startsAt: inDays(5, "10:00"),
  });
  const past = await createAppointment(of, { ...at, startsAt: inDays(-3, "10:00"), status: "COMPLETED" });
  return { ...doctor, hours, patient, patientUser: user, visits: { here, orphaned, elsewhere, past } };
}
