import { Prisma } from "@/lib/platform/db/db";
import { command } from "@/lib/platform/db/statement";

/** Deletes the values quoted in the errors of imports that finished before then. */
export const forgetQuotedValues = command(
  (before: Date) => Prisma.sql`
    UPDATE "Import" SET "faults" = (SELECT jsonb_agg(f - 'value' ORDER BY n) FROM jsonb_array_elements("faults") WITH ORDINALITY AS fault(f, n))
    WHERE "finishedAt" < ${before} AND jsonb_path_exists("faults", '$[*].value')`,
);
