import { Prisma } from "./db";

/** What the primary database had committed when it was asked. */
export type Moment = {
  /** pg_current_snapshot(): which transactions have ended. */
  snapshot: string;
  /** Since when the server runs: another one counts its transactions differently. */
  era: string;
  /** By the server's clock, in seconds since 1970. */
  at: number;
};

export const momentColumns = { snapshot: "text", era: "text", at: "float8" } as const;

export const MOMENT = Prisma.sql`pg_current_snapshot()::text AS "snapshot",
      extract(epoch FROM pg_postmaster_start_time())::text AS "era",
      extract(epoch FROM clock_timestamp())::float8 AS "at"`;
