-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN "promisedOffsetMinutes" SMALLINT;

-- ───────────────────────────── by hand ─────────────────────────────

ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_promised_offset" CHECK ("promisedOffsetMinutes" BETWEEN -1440 AND 1440);

-- Visits agreed before promises were kept. PostgreSQL makes no local times: the background fills them in, then this is empty.
CREATE INDEX "Appointment_promise_unknown" ON "Appointment" ("startsAt")
  WHERE "promisedOffsetMinutes" IS NULL AND "status" IN ('PENDING', 'CONFIRMED');
