/** What the bell says for each kind, and where it leads; names are never part of it. */
const WORDS: Record<string, string> = {
  "appointment.booked": "An appointment was booked",
  "appointment.confirmed": "Your appointment is confirmed",
  "appointment.declined": "Your request was declined",
  "appointment.cancelled": "An appointment was cancelled",
  "appointment.rescheduled": "An appointment was moved to another time",
  "appointment.expired": "Your request was not answered in time",
  "appointment.needs-rebooking": "An appointment needs a new time",
  "appointment.checked-in": "A patient has checked in",
  "encounter.signed": "The notes of your visit are ready to read",
  "doctor.verified": "Your profile is verified: patients can find and book you",
  "doctor.rejected": "Your profile could not be verified",
  "doctor.suspended": "Your profile was suspended",
  "hospital.verified": "Your hospital is verified and listed",
  "hospital.rejected": "Your hospital could not be verified",
  "hospital.suspended": "Your hospital was suspended",
};

export type Portal = "patient" | "doctor" | "hospital" | "admin";

/** The sentence of a notification. */
export function notificationText(type: string): string {
  return WORDS[type] ?? "Something has changed";
}

/** Where a notification leads in a portal. */
export function notificationHref(refs: Record<string, string>, portal: Portal): string {
  const { appointmentId } = refs;
  if (appointmentId && portal === "patient") return `/patient/visits/${appointmentId}`;
  if (appointmentId && portal === "doctor") return `/doctor/visits/${appointmentId}`;
  return portal === "patient" ? "/patient/visits" : `/${portal}`;
}

type Row = { id: string; type: string; refs: unknown; readAt: Date | null; createdAt: Date };

/** The wire form of a notification. */
export function toNotificationOutput(row: Row) {
  return {
    id: row.id,
    type: row.type,
    refs: row.refs as Record<string, string>,
    readAt: row.readAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
