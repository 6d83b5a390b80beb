import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

export const lockDoctor = statement(
  { id: "uuid" },
  (id: string) => Prisma.sql`SELECT "id" FROM "Doctor" WHERE "id" = ${id}::uuid FOR UPDATE`,
);
