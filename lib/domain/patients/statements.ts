import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

type NewPatient = { id: string; name: string; bornOn: string | null; phone: string | null };

export const insertPatient = command(
  ({ id, name, bornOn, phone }: NewPatient) => Prisma.sql`
    INSERT INTO "Patient" ("id", "name", "bornOn", "phone")
    VALUES (${id}::uuid, ${name}, ${bornOn}::date, ${phone})`,
);

/** The hospital's calendar and country; no row for no hospital. */
export const placeOfHospital = statement(
  { timeZone: "text", country: "bpchar?" },
  (id: string | null) => Prisma.sql`SELECT "timeZone", "country" FROM "Hospital" WHERE "id" = ${id}::uuid`,
);
