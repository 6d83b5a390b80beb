import type pg from "pg";
import type { Head, Manifest } from "./export-hospital";

/**
 * Brings about what follows from the rows: what is searched, likely duplicates, the sums of each day; and notes the arrival in
 * the audit trail. Reminders, recalls and what else is due is found by the worker's timers.
 */
export async function finishArrival(client: pg.ClientBase, head: Head, manifest: Manifest): Promise<void> {
  const { hospitalId } = head;
  // Triggers write what is searched, from the names; and find who may be known here already.
  await client.query(`UPDATE "Hospital" SET "name" = "name" WHERE "id" = $1`, [hospitalId]);
  await client.query(
    `UPDATE "Doctor" SET "name" = "name" WHERE "id" IN (SELECT "doctorId" FROM "Affiliation" WHERE "hospitalId" = $1)`,
    [hospitalId],
  );
  await client.query(
    `UPDATE "Patient" SET "name" = "name" WHERE "mergedIntoId" IS NULL AND "id" IN (
       SELECT "patientId" FROM "Registration" WHERE "hospitalId" = $1 UNION SELECT "patientId" FROM "Appointment" WHERE "hospitalId" = $1
       UNION SELECT "patientId" FROM "BedBooking" WHERE "hospitalId" = $1)`,
    [hospitalId],
  );
  await client.query(
    `INSERT INTO "DayMark" ("kind", "hospitalId") SELECT k, $1::uuid FROM unnest(enum_range(NULL::"DayMarkKind")) k`,
    [hospitalId],
  );
  await client.query(`SELECT set_config('app.actor', 'system', true)`);
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  await client.query(
    `INSERT INTO "AuditEntry" ("action", "subject", "subjectId", "via", "hospitalId", "details")
     VALUES ('hospital.arrived', 'hospital', $1, 'system', $1, $2)`,
    [hospitalId, JSON.stringify({ rows, files: manifest.files.rows, entries: manifest.tables.AuditEntry?.rows ?? 0 })],
  );
}
