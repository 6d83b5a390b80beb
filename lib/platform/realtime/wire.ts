import { z } from "zod";

// `thing.made`, `other-thing`: words of the code, never of a person.
const eventType = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/);
const aggregate = z
  .string()
  .max(40)
  .regex(/^[A-Za-z][A-Za-z0-9]*(-[a-z0-9]+)*$/);

/**
 * One event as sent to browsers. Strict, and every field can contain only IDs, codes and times: there is no place for a
 * name or a note. Receivers read the data through an authorised query.
 */
export const spineEventSchema = z.strictObject({
  // Any uuid PostgreSQL accepts, of any version: an ID in the outbox must be able to leave it.
  id: z.guid(),
  type: eventType,
  aggregate,
  aggregateId: z.guid(),
  /** Gap-free per aggregate, from 1. */
  sequence: z.int().positive(),
  occurredAt: z.iso.datetime({ precision: 3 }),
});

export type SpineEvent = z.infer<typeof spineEventSchema>;

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
