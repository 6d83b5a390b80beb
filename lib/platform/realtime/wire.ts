/**
 * One event as sent to browsers. Every field can contain only IDs, codes and times: there is no place for a name or a
 * note. Receivers read the data through an authorised query.
 */
export type SpineEvent = {
  id: string;
  type: string;
  aggregate: string;
  aggregateId: string;
  /** Gap-free per aggregate, from 1. */
  sequence: number;
  occurredAt: string;
};

// Any uuid PostgreSQL accepts, of any version: an ID in the outbox must be able to leave it.
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
// `thing.made`, `other-thing`: words of the code, never of a person.
const TYPE = /^(?=.{1,80}$)[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;
const AGGREGATE = /^(?=.{1,40}$)[A-Za-z][A-Za-z0-9]*(-[a-z0-9]+)*$/;

const FIELDS: Record<keyof SpineEvent, (value: unknown) => boolean> = {
  id: matches(ID),
  type: matches(TYPE),
  aggregate: matches(AGGREGATE),
  aggregateId: matches(ID),
  sequence: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  occurredAt: isInstant,
};

function matches(pattern: RegExp) {
  return (value: unknown) => typeof value === "string" && pattern.test(value);
}

/** As `toISOString` writes it. */
function isInstant(value: unknown): boolean {
  const at = new Date(typeof value === "string" ? value : Number.NaN);
  return !Number.isNaN(at.valueOf()) && at.toISOString() === value;
}

/** Whether this is an event and nothing more. By hand, because each page would otherwise load a whole library for it. */
export function isSpineEvent(data: unknown): data is SpineEvent {
  if (typeof data !== "object" || data === null) return false;
  const fields = new Map(Object.entries(data));
  const known = Object.entries(FIELDS);
  return fields.size === known.length && known.every(([name, allows]) => allows(fields.get(name)));
}

/** What a browser needs to open its connection; nothing secret. */
export type RealtimeClientConfig = {
  key: string;
  /** Empty for a self-hosted server. */
  cluster: string;
  /** Null for the hosted service, whose address follows from its cluster. */
  wsHost: string | null;
  wsPort: number;
  forceTLS: boolean;
};
