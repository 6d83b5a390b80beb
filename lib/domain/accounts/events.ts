import type { EventDraft } from "@/lib/actor/record";

function ofUser(type: string, userId: string, andAdmin = false): EventDraft {
  const audience: EventDraft["audience"] = andAdmin ? [`user:${userId}`, "admin"] : [`user:${userId}`];
  return { type, aggregate: "user", aggregateId: userId, audience, refs: {}, sinks: ["channels"] };
}

/** All earlier sessions and tokens have ended: open pages of this account find out at once. */
export const sessionsEnded = (userId: string) => ofUser("user.sessions-ended", userId);

/** One session has ended. No page has to refresh; the session's sockets are closed. */
export function sessionEnded(userId: string, sessionId: string): EventDraft {
  return {
    type: "user.session-ended",
    aggregate: "user",
    aggregateId: userId,
    audience: [],
    refs: { sessionId },
    sinks: ["channels"],
  };
}

export const profileChanged = (userId: string) => ofUser("user.profile-changed", userId);
export const emailChanged = (userId: string) => ofUser("user.email-changed", userId, true);
export const userSuspended = (userId: string) => ofUser("user.suspended", userId, true);
export const userReinstated = (userId: string) => ofUser("user.reinstated", userId, true);

/** A profile awaits verification: the administrators' queue grows. */
export function doctorSignedUp(doctorId: string): EventDraft {
  return {
    type: "doctor.signed-up",
    aggregate: "doctor",
    aggregateId: doctorId,
    audience: ["admin"],
    refs: { doctorId },
    sinks: ["channels", "notifications"],
  };
}

export function hospitalSignedUp(hospitalId: string): EventDraft {
  return {
    type: "hospital.signed-up",
    aggregate: "hospital",
    aggregateId: hospitalId,
    audience: ["admin"],
    refs: { hospitalId },
    sinks: ["channels", "notifications"],
  };
}
