import { z } from "zod";
import { postgresUrl } from "./fields";

/** What says where the database is. */
export const databaseVariables = {
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  // A page that has heard of a change reads from the primary for 15 seconds (lib/platform/http/up-to-date.ts).
  DATABASE_REPLICA_MAX_LAG_MS: z.coerce.number().int().min(500).max(10_000).default(2_000),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(500).default(16),
  DATABASE_WAIT_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
};

type Given = z.output<z.ZodObject<typeof databaseVariables>>;

/** Behind a pooler each transaction may run in another session: nothing may be left in it. */
export const databaseOf = (given: Given) => ({
  url: given.DATABASE_URL,
  directUrl: given.DATABASE_DIRECT_URL ?? given.DATABASE_URL,
  isPooled: given.DATABASE_DIRECT_URL !== undefined,
  replicaUrl: given.DATABASE_REPLICA_URL,
  replicaMaxLagMs: given.DATABASE_REPLICA_MAX_LAG_MS,
  poolSize: given.DATABASE_POOL_SIZE,
  waitMs: given.DATABASE_WAIT_MS,
});
