import { errorRecord } from "./error-record";
import { scrubText } from "./scrub";

/**
 * The only fields a line may have. An allowlist, so that a field added in a hurry stays out of the log until someone
 * has thought about it here; the compiler refuses others.
 */
const REQUEST = ["requestId", "route", "method", "actorId", "status", "durationMs", "code", "operation"] as const;
const EVENT = ["eventId", "eventType", "type", "aggregate", "aggregateId", "sequence", "position", "sink"] as const;
const JOB = ["job", "jobId", "queue", "attempt", "attempts", "lagMs", "lagSeconds", "count", "pending"] as const;
const SENT = ["failed", "socketId", "connections", "channel", "messageId", "answer"] as const;
/** IDs of things; never a person's name or address. */
const THINGS = [
  "appointmentId",
  "scheduleId",
  "doctorId",
  "hospitalId",
  "patientId",
  "userId",
  "auditPosition",
] as const;
const PROCESS = ["event", "component", "host", "port", "signal", "version", "migrations", "size", "reason"] as const;
const FAULT = ["kind", "digest", "target"] as const;
const NAMES = [...REQUEST, ...EVENT, ...JOB, ...SENT, ...THINGS, ...PROCESS, ...FAULT];
const ALLOWED = new Set<string>(NAMES);

/** What a line may be given. */
export type LogFields = { [Name in (typeof NAMES)[number] | "err"]?: unknown };

/** Where this process listens, from its own configuration: an address of digits isn't anyone's number. */
const OWN = "host";

const MAX_ITEMS = 50;

function safeValue(value: unknown): string | number | boolean | null | undefined {
  switch (typeof value) {
    case "string":
      return scrubText(value);
    case "number":
    case "boolean":
      return value;
    case "bigint":
      return value.toString();
    default:
      return value === null ? null : undefined;
  }
}

/**
 * Returns what may be logged of `fields`: allowed names with scrubbed plain values, errors as records. Omitted names
 * are listed as `dropped`, so that the loss is noticed.
 */
export function safeFields(fields: Record<string, unknown>): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value === undefined) continue;
    if (key === "err" || key === "error") {
      safe.err = errorRecord(value);
    } else if (!ALLOWED.has(key)) {
      dropped.push(scrubText(key));
    } else if (Array.isArray(value)) {
      safe[key] = value.slice(0, MAX_ITEMS).map(safeValue);
    } else {
      const plain = key === OWN && typeof value === "string" ? value : safeValue(value);
      if (plain === undefined) dropped.push(key);
      else safe[key] = plain;
    }
  }
  if (dropped.length > 0) safe.dropped = dropped.slice(0, MAX_ITEMS);
  return safe;
}
