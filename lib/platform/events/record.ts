import { v7 as uuidv7 } from "uuid";
import type { Caller } from "@/lib/platform/auth/caller";
import type { Sql } from "@/lib/platform/db/sql";
import { currentRequest } from "@/lib/platform/log/request-context";
import { insertChange } from "./statements";

/** Where an event is delivered after commit. */
export const SINKS = ["channels", "notifications", "directory", "waitlist"] as const;
export type Sink = (typeof SINKS)[number];

/** An event about to be written; `audience` names who hears it. `refs` holds ids and codes only. */
export type EventDraft<Audience extends string = string> = {
  type: string;
  aggregate: string;
  aggregateId: string;
  audience: Audience[];
  refs?: Record<string, string>;
  sinks: Sink[];
  /** Events a person must be notified of are recorded by `recordNews`, which knows how to reach them. */
  news?: never;
};

/** Who did what to what; codes and IDs only. */
export type AuditDraft = {
  action: string;
  subject: string;
  subjectId?: string | null;
  details?: Record<string, string | number | boolean | null>;
};

/**
 * Records a change in its own transaction and in one round trip: its events with gap-free sequences, their deliveries,
 * and the audit row (null only for what no person did). Call it last, because it takes the aggregates' row locks.
 */
export async function writeChange(
  tx: Sql,
  caller: Caller,
  audit: AuditDraft | null,
  events: EventDraft[] = [],
): Promise<void> {
  const sorted = events
    .map((event) => ({ ...event, id: uuidv7(), refs: event.refs ?? {} }))
    .sort((a, b) => compare(a.aggregate, b.aggregate) || compare(a.aggregateId, b.aggregateId));
  currentRequest()?.recorded?.push(...sorted.map(({ id }) => id));
  await insertChange(tx, {
    ...caller,
    requestId: currentRequest()?.requestId ?? null,
    audit: audit && JSON.stringify(audit),
    events: JSON.stringify(sorted),
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
