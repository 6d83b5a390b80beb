import type { Actor } from "@/lib/actor/actor";
import type { AnnouncementAudience } from "./status";

/** Administrators announce. To everyone else the list of announcements isn't there. */
export function canAnnounce(actor: Actor): boolean {
  return actor.isAdmin && actor.userId !== null;
}

/** Returns which announcements are for the actor, by what they are. */
export function audiencesOf(actor: Actor): AnnouncementAudience[] {
  if (actor.userId === null) return [];
  const isPatient = actor.patientIds.length + actor.readablePatientIds.length > 0;
  return [
    "EVERYONE",
    ...(isPatient ? ["PATIENTS" as const] : []),
    ...(actor.doctorId === null ? [] : ["DOCTORS" as const]),
    ...(actor.staffRole === null ? [] : ["HOSPITALS" as const]),
  ];
}
