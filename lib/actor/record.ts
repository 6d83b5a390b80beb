import type { Sql } from "@/lib/platform/db/sql";
import {
  writeChange,
  type AuditDraft as PlatformAudit,
  type EventDraft as PlatformEvent,
} from "@/lib/platform/events/record";
import type { Actor } from "./actor";
import type { Audience } from "./audience";

/** An event about to be written, for those who may hear one. */
export type EventDraft = PlatformEvent<Audience>;

/** Why someone reads or writes clinical data. */
export type AuditPurpose = "TREATMENT" | "PATIENT_REQUEST" | "PROXY" | "SHARED" | "EMERGENCY" | "OPERATIONS";

/**
 * Who did what to what; whose history it belongs to. Codes and ids only. Clinical data needs its patient; PostgreSQL fills in
 * the purpose of the patient, of who acts for them, and of the entry's doctor, and refuses an entry without one.
 */
export type AuditDraft = PlatformAudit & {
  purpose?: AuditPurpose;
  patientId?: string | null;
  doctorId?: string | null;
  hospitalId?: string | null;
};

/** Writes what a change leaves behind: `writeChange` says what it promises. Call it last in the change's transaction. */
export function recordChange(
  tx: Sql,
  actor: Actor,
  audit: AuditDraft | null,
  events: EventDraft[] = [],
): Promise<void> {
  return writeChange(tx, actor, audit, events);
}
