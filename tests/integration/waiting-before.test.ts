import { readFileSync } from "node:fs";
import { Client } from "pg";
import { expect, it } from "vitest";
import { createRoom, waits } from "./waiting-room-harness";

it("those who waited before there were numbers get one, in the order in which they came", async () => {
  const room = await createRoom();
  const visits = [await waits(room, 30), await waits(room, 0), await waits(room, 15)];
  const migration = readFileSync("prisma/migrations/20261209030100_displays_and_arrivals/migration.sql", "utf8");
  const owner = new Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  try {
    await owner.query(`BEGIN; DELETE FROM "QueueTicket"; DELETE FROM "WaitingQueue"`);
    await owner.query(migration.slice(migration.lastIndexOf("DO $$")));
    const { rows } = await owner.query(
      `SELECT t."appointmentId" AS "id" FROM "QueueTicket" t JOIN "WaitingQueue" q ON q."id" = t."queueId"
       WHERE q."doctorId" = $1 ORDER BY t."number"`,
      [room.doctor.doctorId],
    );
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(visits.map(({ id }) => id));
  } finally {
    await owner.query("ROLLBACK");
    await owner.end();
  }
});
