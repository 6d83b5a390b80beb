import * as conversations from "@/lib/domain/conversations/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function conversationSamples({ now, doctor, patientId, userId, hospitalId, appointment }: World): Sample[] {
  const { id } = appointment;
  const after = { isUnread: true, lastAt: now, id };
  const owner = { doctorId: doctor.id, hospitalId: null };
  const reader = { userId, patientIds: [patientId], doctorId: doctor.id, hospitalId };
  return [
    sample(conversations.practiceInbox, owner, undefined, 10),
    sample(conversations.practiceInbox, { doctorId: null, hospitalId }, after, 10),
    sample(conversations.patientsInbox, [patientId], userId, undefined, 10),
    sample(conversations.patientsInbox, [patientId], userId, after, 10),
    sample(conversations.marksAmong, [id], reader),
    sample(conversations.moveReadMark, { appointmentId: id, userId, side: "DESK", upTo: 1 }),
    sample(conversations.readMarks, id),
    sample(conversations.patientReachable, patientId),
  ];
}
