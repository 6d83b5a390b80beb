-- Screens on the wall that show numbers and rooms, codes at the entrance by which patients say that they are here, and how
-- each came into the line.

CREATE TYPE "ArrivedBy" AS ENUM ('DESK', 'PHONE', 'CODE');

-- CreateTable
CREATE TABLE "WaitingDisplay" (
    "id" UUID NOT NULL,
    "hospitalId" UUID,
    "doctorId" UUID,
    "name" TEXT NOT NULL,
    "doctorIds" UUID[] NOT NULL,
    "speaks" BOOLEAN NOT NULL DEFAULT false,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WaitingDisplay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArrivalCode" (
    "id" UUID NOT NULL,
    "hospitalId" UUID,
    "doctorId" UUID,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ArrivalCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WaitingDisplay_tokenHash_key" ON "WaitingDisplay"("tokenHash");

-- CreateIndex
CREATE INDEX "WaitingDisplay_hospitalId_createdAt_id_idx" ON "WaitingDisplay"("hospitalId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "WaitingDisplay_doctorId_createdAt_id_idx" ON "WaitingDisplay"("doctorId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ArrivalCode_code_key" ON "ArrivalCode"("code");

-- AddForeignKey
ALTER TABLE "WaitingDisplay" ADD CONSTRAINT "WaitingDisplay_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingDisplay" ADD CONSTRAINT "WaitingDisplay_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArrivalCode" ADD CONSTRAINT "ArrivalCode_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArrivalCode" ADD CONSTRAINT "ArrivalCode_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "QueueTicket" ADD COLUMN "arrivedBy" "ArrivedBy" NOT NULL DEFAULT 'DESK';

-- ───────────────────────────── by hand ─────────────────────────────

-- Of a hospital, or of a doctor's own practice.
ALTER TABLE "WaitingDisplay"
  ADD CONSTRAINT "WaitingDisplay_one_owner" CHECK (num_nonnulls("hospitalId", "doctorId") = 1),
  ADD CONSTRAINT "WaitingDisplay_name" CHECK (length("name") BETWEEN 1 AND 60);
ALTER TABLE "ArrivalCode"
  ADD CONSTRAINT "ArrivalCode_one_owner" CHECK (num_nonnulls("hospitalId", "doctorId") = 1),
  ADD CONSTRAINT "ArrivalCode_code" CHECK ("code" ~ '^[0-9A-Z]{10}$');

-- One code of a place holds at a time.
CREATE UNIQUE INDEX "ArrivalCode_one_holds" ON "ArrivalCode" ("hospitalId", "doctorId") NULLS NOT DISTINCT WHERE "endedAt" IS NULL;

-- ───────────────────────────── those who wait already ─────────────────────────────

-- Everyone who is checked in gets a number, in the order in which they came.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT a."id", a."doctorId", a."hospitalId", (a."startsAt" AT TIME ZONE coalesce(z."name", 'UTC'))::date AS "day"
    FROM "Appointment" a JOIN "Doctor" d ON d."id" = a."doctorId"
      LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"
      LEFT JOIN "Schedule" s ON s."id" = a."scheduleId"
      LEFT JOIN pg_timezone_names z ON z."name" = coalesce(h."timeZone", s."timeZone", d."timeZone")
    WHERE a."status" = 'CHECKED_IN' AND a."mode" = 'IN_PERSON'
      AND NOT EXISTS (SELECT FROM "QueueTicket" t WHERE t."appointmentId" = a."id")
    ORDER BY coalesce(a."checkedInAt", a."startsAt"), a."id"
  LOOP
    INSERT INTO "QueueTicket" ("appointmentId", "queueId", "number")
    VALUES (one."id", "waiting_queue"(gen_random_uuid(), one."doctorId", one."hospitalId", one."day"), 1);
  END LOOP;
END $$;
