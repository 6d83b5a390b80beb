import { readFileSync } from "node:fs";
import { Client } from "pg";
import { expect, it } from "vitest";
import { linkedVisit } from "./visit-links-harness";

it("links from before they named a doctor are for the doctor of their appointment", async () => {
  const { id, doctor } = await linkedVisit();
  const migration = readFileSync("prisma/migrations/20261210030000_new_time_links/migration.sql", "utf8");
  const [backfill = ""] = /^UPDATE "VisitLink"[^;]*;/m.exec(migration) ?? [];
  const owner = new Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  try {
    await owner.query(`BEGIN; ALTER TABLE "VisitLink" ALTER COLUMN "doctorId" DROP NOT NULL`);
    await owner.query(`UPDATE "VisitLink" SET "doctorId" = NULL`);
    await owner.query(backfill);
    const { rows } = await owner.query(`SELECT "doctorId" FROM "VisitLink" WHERE "appointmentId" = $1`, [id]);
    expect(rows).toEqual([{ doctorId: doctor.doctorId }]);
  } finally {
    await owner.query("ROLLBACK");
    await owner.end();
  }
});
