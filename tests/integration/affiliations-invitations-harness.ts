import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { createMeeting, type Meeting } from "./affiliations-cast";

/** `meet` sets it. */
export let meeting: Meeting;

/** Call it in beforeAll. */
export async function meet() {
  meeting = await createMeeting();
}

/** The hospital's manager invites a doctor. */
export const invite = (doctorId: string) => inviteDoctor(meeting.manager.actor, meeting.hospital.id, { doctorId });
