import type { AppointmentStatus } from "@/lib/domain/appointments/status";

/** How many visits a day has in each state. */
export type Today = Record<AppointmentStatus, number>;

/** The day's visits: booked, under way or over; not requests that came to nothing and not what was cancelled. */
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

/** Whether patients find and book a doctor at a hospital. */
export function isOnTheList(
  affiliation: "ACTIVE" | "SUSPENDED" | "ENDED",
  verification: "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED",
): boolean {
  return affiliation === "ACTIVE" && verification === "VERIFIED";
}

/** "Cardiology, endocrinology · Internal medicine": what a doctor does and where, each said once. */
export function fieldLine(specialties: string, department: string | null): string {
  return [specialties, department === specialties ? null : department].filter(Boolean).join(" · ");
}

type Standing = { tone: "good" | "wait" | "stop" | "neutral"; label: string };

/** How a doctor stands at the hospital, the hindrance first. */
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
