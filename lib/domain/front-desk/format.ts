import type { AppointmentStatus } from "@/lib/domain/appointments/status";

/** How many visits a day has in each status. */
export type Today = Record<AppointmentStatus, number>;

/** Counts the day's visits: booked, in progress or over; not cancelled ones or declined requests. */
export function visitsOf(today: Today): number {
  return (
    today.PENDING +
    today.CONFIRMED +
    today.CHECKED_IN +
    today.IN_PROGRESS +
    today.COMPLETED +
    today.NO_SHOW +
    today.LEFT
  );
}

/** Tells whether patients can find and book a doctor at a hospital. */
export function isOnTheList(
  affiliation: "ACTIVE" | "SUSPENDED" | "ENDED",
  verification: "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED",
): boolean {
  return affiliation === "ACTIVE" && verification === "VERIFIED";
}

/** Formats "Cardiology, endocrinology · Internal medicine": specialties and department, each once. */
export function fieldLine(specialties: string, department: string | null): string {
  return [specialties, department === specialties ? null : department].filter(Boolean).join(" · ");
}

type Standing = { tone: "good" | "wait" | "stop" | "neutral"; label: string };

/** Returns a doctor's status at the hospital, an obstacle first. */
export function standingOf(doctor: {
  affiliation: "ACTIVE" | "SUSPENDED" | "ENDED";
  verification: "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED";
}): Standing {
  if (doctor.affiliation === "ENDED") return { tone: "neutral", label: "No longer here" };
  if (doctor.affiliation === "SUSPENDED") return { tone: "stop", label: "Suspended here" };
  if (doctor.verification === "PENDING") return { tone: "wait", label: "Not verified yet" };
  if (doctor.verification !== "VERIFIED") return { tone: "stop", label: "Not listed" };
  return { tone: "good", label: "Active" };
}
