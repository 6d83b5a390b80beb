/** Who is asking, as every policy sees it. Always built from the database, never from what a client sent. */
export type Actor = {
  /** Null only for `via: "system"`. */
  userId: string | null;
  /** Patients this user can act for through an active PatientAccess; the SELF one first. */
  patientIds: string[];
  doctorId: string | null;
  hospitalId: string | null;
  staffRole: "MANAGER" | "COORDINATOR" | null;
  isAdmin: boolean;
  via: "session" | "token" | "system";
  /** The session behind the request; null for tokens and the system. */
  sessionId: string | null;
  /** The reader's IANA zone, for showing times. */
  timeZone: string;
};

/** The platform acting by itself: timers, relay, seed. It owns nothing and sees only what a use case passes to it. */
export const SYSTEM_ACTOR: Actor = {
  userId: null,
  patientIds: [],
  doctorId: null,
  hospitalId: null,
  staffRole: null,
  isAdmin: false,
  via: "system",
  sessionId: null,
  timeZone: "UTC",
};

/** Tells whether the actor is staff (manager or coordinator) of this hospital. */
export function isStaffOf(actor: Actor, hospitalId: string | null): boolean {
  return hospitalId !== null && actor.hospitalId === hospitalId && actor.staffRole !== null;
}
