import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { askToJoin } from "@/lib/domain/affiliations/ask-to-join";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast, newStaff } from "../support/actors";
import { createDoctor, createHospital } from "../support/factories";

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
  const mail = await db.outboundMail.findFirstOrThrow({ where: { toAddress: email }, orderBy: { id: "desc" } });
  return /\/invitations\/([\w-]{43})\n/.exec(mail.text)?.[1] ?? "no link";
}
