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
 * One event as it travels to browsers. Strict, and every field can hold ids, codes and times only: there is no
 * place into which a name or a note could be written. Who receives it reads again through an authorised query.
 */
export const spineEventSchema = z.strictObject({
  // Whatever PostgreSQL takes for a uuid, of any version: an id the outbox holds must be able to leave it.
  id: z.guid(),
  type: eventType,
  aggregate,
  aggregateId: z.guid(),
  /** Gap-free per aggregate, from 1. */
  sequence: z.int().positive(),
  occurredAt: z.iso.datetime({ precision: 3 }),
});

export type SpineEvent = z.infer<typeof spineEventSchema>;

/** What a browser has to know to open its connection; nothing secret. */
export type RealtimeClientConfig = {
  key: string;
  /** Empty for a self-hosted server. */
  cluster: string;
  /** Null for the hosted service, which is found by its cluster. */
  wsHost: string | null;
  wsPort: number;
  forceTLS: boolean;
};
