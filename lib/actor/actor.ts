/** Who is asking, as every policy sees it. Always built from the database, never from what a client sent. */
export type Actor = {
  /** Null only for `via: "system"` and `via: "link"`. */
  userId: string | null;
  /** The patient this user is; null for an account without a record of its own. */
  ownPatientId: string | null;
  /** Patients this user books for, by the PatientAccess that holds now; their own first. */
  patientIds: string[];
  /** Patients whose record this user reads, in the same way. */
  readablePatientIds: string[];
  doctorId: string | null;
  hospitalId: string | null;
  staffRole: "MANAGER" | "COORDINATOR" | null;
  isAdmin: boolean;
  via: "session" | "token" | "link" | "system";
  /** The session behind the request; null for tokens and the system. */
  sessionId: string | null;
  /** When that session expires; not of other actors. */
  sessionEndsAt?: Date;
  /** The reader's IANA zone, for showing times. */
  timeZone: string;
  /** The opening of a link by which someone without an account reads parts of a record; of nobody else. */
  openingId?: string;
};

/** The platform acting by itself: timers, relay, seed. It owns nothing and sees only what a use case passes to it. */
export const SYSTEM_ACTOR: Actor = {
  userId: null,
  ownPatientId: null,
  patientIds: [],
  readablePatientIds: [],
  doctorId: null,
  hospitalId: null,
  staffRole: null,
  isAdmin: false,
  via: "system",
  sessionId: null,
  timeZone: "UTC",
};

/** Returns whose appointments the actor sees: those they book for, and those whose record they read. */
export function visiblePatientIds({ patientIds, readablePatientIds }: Actor): string[] {
  return [...new Set([...patientIds, ...readablePatientIds])];
}

/** Tells whether the actor is staff (manager or coordinator) of this hospital. */
export function isStaffOf(actor: Actor, hospitalId: string | null): boolean {
  return hospitalId !== null && actor.hospitalId === hospitalId && actor.staffRole !== null;
}
