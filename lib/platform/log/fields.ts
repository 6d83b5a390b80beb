import { errorRecord } from "./error-record";
import { scrubText } from "./scrub";

/**
 * The only fields a line may have. An allowlist, so that a field added in a hurry stays out of the log until someone
 * has thought about it here.
 */
const ALLOWED = new Set([
  // requests
  ...["requestId", "route", "method", "actorId", "status", "durationMs", "code", "operation"],
  // events, jobs and channels
  ...[
    "eventId",
    "eventType",
    "type",
    "aggregate",
    "aggregateId",
    "sequence",
    "position",
    "sink",
    "job",
    "jobId",
    "queue",
  ],
  ...["attempt", "attempts", "lagMs", "lagSeconds", "count", "pending", "failed", "socketId", "connections", "channel"],
  // IDs of things; never a person's name or address
  ...["appointmentId", "scheduleId", "doctorId", "hospitalId", "patientId", "userId", "mailId", "auditPosition"],
  // the process
  ...["event", "component", "port", "signal", "version", "migrations", "size", "reason", "kind", "digest", "target"],
]);

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
      const plain = safeValue(value);
      if (plain === undefined) dropped.push(key);
      else safe[key] = plain;
    }
  }
  if (dropped.length > 0) safe.dropped = dropped.slice(0, MAX_ITEMS);
  return safe;
}
