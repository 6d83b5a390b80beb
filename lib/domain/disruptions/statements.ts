import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** Locks an appointment that needs another time against moves and cancellations; no row for one that needs none any more. */
export const lockNeedy = statement(
  { id: "uuid" },
  (id: string) => Prisma.sql`
    SELECT "id" FROM "Appointment"
    WHERE "id" = ${id}::uuid AND "needsRebooking" AND "status" IN ('PENDING', 'CONFIRMED') FOR SHARE`,
);
