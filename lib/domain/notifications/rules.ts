/** Which kinds of listener get a notification; the actor never does. */
type Listener = "user" | "patient" | "record" | "keeper" | "doctor" | "hospital" | "admin";

/** The events worth a notification. All others only refresh open pages. */
export const NOTIFIED: Record<string, Listener[]> = {
  "appointment.booked": ["patient", "doctor"],
  "appointment.confirmed": ["patient"],
  "appointment.declined": ["patient"],
  "appointment.cancelled": ["patient", "doctor"],
  "appointment.rescheduled": ["patient", "doctor"],
  "appointment.time-kept": ["patient"],
  "appointment.reminded": ["patient"],
  "appointment.expired": ["patient"],
  "appointment.needs-rebooking": ["patient"],
  "appointment.rebooking-withdrawn": ["patient"],
  "appointment.delayed": ["patient"],
  "appointment.on-time": ["patient"],
  "appointment.no-show": ["patient"],
  "appointment.no-show-undone": ["patient"],
  "appointment.checked-in": ["doctor"],
  "bed-booking.requested": ["hospital"],
  "bed-booking.reserved": ["patient"],
  "bed-booking.reservation-changed": ["patient"],
  "bed-booking.needs-bed": ["patient"],
  "bed-booking.bed-kept": ["patient"],
  "bed-booking.admitted": ["patient"],
  "bed-booking.discharged": ["patient"],
  "bed-booking.discharge-undone": ["patient"],
  "bed-booking.declined": ["patient"],
  "bed-booking.cancelled": ["patient", "hospital"],
  "bed-booking.expired": ["patient"],
  "answers.requested": ["keeper"],
  "conversation.patient-wrote": ["doctor", "hospital"],
  "conversation.practice-wrote": ["patient"],
  "encounter.signed": ["record"],
  "encounter.amended": ["record"],
  "prescription.withdrawn": ["record"],
  "doctor.verified": ["doctor"],
  "doctor.rejected": ["doctor"],
  "doctor.suspended": ["doctor"],
  "doctor.change-requested": ["doctor"],
  "doctor.change-approved": ["doctor"],
  "doctor.change-rejected": ["doctor"],
  "invitation.created": ["doctor"],
  "invitation.accepted": ["user"],
  "invitation.declined": ["user"],
  "invitation.withdrawn": ["doctor"],
  "invitation.expired": ["doctor", "user"],
  "invitation.requested": ["user"],
  "invitation.request-accepted": ["doctor"],
  "invitation.request-declined": ["doctor"],
  "invitation.request-expired": ["doctor", "user"],
  "affiliation.suspended": ["doctor"],
  "affiliation.reinstated": ["doctor"],
  "affiliation.ended": ["doctor", "user"],
  "hospital.verified": ["user"],
  "hospital.rejected": ["user"],
  "hospital.suspended": ["user"],
  "hospital.change-requested": ["user"],
  "hospital.change-approved": ["user"],
  "hospital.change-rejected": ["user"],
  "ambulance-booking.offered": ["hospital"],
  "ambulance-booking.unanswered": ["patient", "user"],
  "ambulance-booking.dispatched": ["patient", "user"],
  "ambulance-booking.vehicle-replaced": ["patient", "user"],
  "ambulance-booking.arrived": ["patient", "user"],
  "ambulance-booking.declined": ["patient", "user"],
  "ambulance-booking.cancelled": ["patient", "user", "hospital"],
  "patient.merged": ["record"],
  "patient.unmerged": ["record"],
  "patient-access.changed": ["user"],
  "patient-access.revoked": ["user"],
  "family-invitation.accepted": ["user"],
  "record-grant.given": ["doctor", "record"],
  "record-grant.ended": ["doctor", "record"],
  "record-link.created": ["record"],
  "record-link.opened": ["record"],
  "record-link.ended": ["record"],
  "emergency-access.opened": ["record", "admin"],
  "emergency-access.reviewed": ["doctor", "record"],
  "waitlist.offered": ["patient"],
  "waitlist.lapsed": ["patient"],
  "waitlist.withdrawn": ["patient"],
  "recall.due": ["patient"],
  "staff.role-changed": ["user"],
  "staff.removed": ["user"],
};

/** The event that asks a patient for another time: its messages have links. */
export const NEEDS_TIME = "appointment.needs-rebooking";

/** Events of which one notification per visit is enough while it is unread. */
export const THREADS: readonly string[] = ["conversation.patient-wrote", "conversation.practice-wrote"];

/** Returns the entries of an event's audience that get a notification. */
export function notifiedAudience(type: string, audience: string[]): string[] {
  const listeners = NOTIFIED[type] ?? [];
  return audience.filter((entry) =>
    listeners.some((listener) => entry === listener || entry.startsWith(`${listener}:`)),
  );
}

/** Events after which answers that were asked for may no longer be needed. */
export const SETTLES_ANSWERS: readonly string[] = [
  "answers.submitted",
  "questionnaire.withdrawn",
  "appointment.cancelled",
  "appointment.completed",
  "appointment.declined",
  "appointment.expired",
  "appointment.left",
  "appointment.no-show",
];

/** Events by which an account loses something it could receive; the audience says whose. */
const ENDS_RIGHTS = new Set(["user.sessions-ended", "user.suspended", "staff.removed"]);

/**
 * Returns whose sockets an event closes: one session's, or all of an account's, which then rejoin what is still theirs.
 */
export function socketsEndedBy(event: {
  type: string;
  audience: string[];
  refs: Record<string, string>;
}): { sessionId: string } | { userId: string } | null {
  const { sessionId } = event.refs;
  if (event.type === "user.session-ended" && sessionId !== undefined) return { sessionId };
  const user = ENDS_RIGHTS.has(event.type) ? event.audience.find((entry) => entry.startsWith("user:")) : undefined;
  return user === undefined ? null : { userId: user.slice("user:".length) };
}

/** For how long notices are kept, read or not. */
export const KEPT_DAYS = 730;
