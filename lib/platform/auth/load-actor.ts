import { sql } from "@/lib/platform/db/sql";
import type { Actor } from "./actor";

type Row = {
  sessionEpoch: number;
  isAdmin: boolean;
  timeZone: string;
  patientIds: string[] | null;
  doctorId: string | null;
  hospitalId: string | null;
  staffRole: "MANAGER" | "COORDINATOR" | null;
};

/**
 * The actor behind a user id, in one query, as the database has it now. Null for unknown and suspended users.
 * `sessionEpoch` is what a session or token must have been issued under to be still alive.
 */
export async function loadActor(userId: string, via: "session" | "token"): Promise<{ actor: Actor; sessionEpoch: number } | null> {
  const [row] = await sql.$queryRaw<Row[]>`
    SELECT u."sessionEpoch", u."isAdmin", u."timeZone", d."id" AS "doctorId", s."hospitalId", s."role"::text AS "staffRole",
      (SELECT array_agg(a."patientId"::text ORDER BY a."relation" = 'SELF' DESC, a."createdAt")
       FROM "PatientAccess" a WHERE a."userId" = u."id" AND (a."expiresAt" IS NULL OR a."expiresAt" > now())) AS "patientIds"
    FROM "User" u
    LEFT JOIN "Doctor" d ON d."userId" = u."id"
    LEFT JOIN "HospitalStaff" s ON s."userId" = u."id"
    WHERE u."id" = ${userId}::uuid AND u."status" = 'ACTIVE'`;
  if (!row) return null;
  const { sessionEpoch, patientIds, ...rest } = row;
  return { sessionEpoch, actor: { userId, via, patientIds: patientIds ?? [], ...rest } };
}
