-- Who waits for a doctor at a place: a queue for each day, a number for everyone who has arrived, and urgent patients who
-- come on top of what was booked.

CREATE TYPE "PriorityReason" AS ENUM ('URGENT_SYMPTOMS', 'PAIN', 'CHILD', 'FRAIL', 'OTHER');

-- CreateTable
CREATE TABLE "WaitingQueue" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "hospitalId" UUID,
    "day" DATE NOT NULL,
    "letter" SMALLINT NOT NULL,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "overbooked" SMALLINT NOT NULL DEFAULT 0,
    "room" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WaitingQueue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QueueTicket" (
    "appointmentId" UUID NOT NULL,
    "queueId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "calledAt" TIMESTAMPTZ(3),
    "misses" SMALLINT NOT NULL DEFAULT 0,
    "returnsAfter" INTEGER,
    "priority" "PriorityReason",
    "priorityAt" TIMESTAMPTZ(3),

    CONSTRAINT "QueueTicket_pkey" PRIMARY KEY ("appointmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "WaitingQueue_one_a_day" ON "WaitingQueue" ("doctorId", "hospitalId", "day") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "WaitingQueue_letter" ON "WaitingQueue" ("hospitalId", "day", "letter");

-- CreateIndex
CREATE UNIQUE INDEX "QueueTicket_number" ON "QueueTicket" ("queueId", "number");

-- AddForeignKey
ALTER TABLE "WaitingQueue" ADD CONSTRAINT "WaitingQueue_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingQueue" ADD CONSTRAINT "WaitingQueue_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueueTicket" ADD CONSTRAINT "QueueTicket_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueueTicket" ADD CONSTRAINT "QueueTicket_queueId_fkey" FOREIGN KEY ("queueId") REFERENCES "WaitingQueue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Appointment"
    ADD COLUMN "isWalkIn" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "isOverbooked" BOOLEAN NOT NULL DEFAULT false;

-- ───────────────────────────── by hand ─────────────────────────────

ALTER TABLE "WaitingQueue"
  ADD CONSTRAINT "WaitingQueue_counts" CHECK ("letter" > 0 AND "lastNumber" >= 0 AND "calls" >= 0),
  -- Six urgent patients a day come on top of what a doctor has booked at a place.
  ADD CONSTRAINT "WaitingQueue_overbooked" CHECK ("overbooked" BETWEEN 0 AND 6);
ALTER TABLE "QueueTicket"
  ADD CONSTRAINT "QueueTicket_number_counts" CHECK ("number" > 0),
  ADD CONSTRAINT "QueueTicket_misses" CHECK ("misses" BETWEEN 0 AND 2),
  ADD CONSTRAINT "QueueTicket_priority_since" CHECK (("priority" IS NULL) = ("priorityAt" IS NULL));

-- Two live appointments of one doctor never overlap, but an urgent patient may be added: never a hold or a request.
ALTER TABLE "Appointment"
  ADD CONSTRAINT "Appointment_overbooked" CHECK (NOT "isOverbooked" OR "status" NOT IN ('HELD', 'PENDING')),
  DROP CONSTRAINT "Appointment_doctor_is_one_person",
  ADD CONSTRAINT "Appointment_doctor_is_one_person" EXCLUDE USING gist
    ("doctorId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&)
    WHERE ("status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS') AND NOT "isOverbooked");

-- How long a doctor's latest visits took.
CREATE INDEX "Appointment_latest_completed" ON "Appointment" ("doctorId", "completedAt" DESC) WHERE "status" = 'COMPLETED';

-- Returns the queue of a doctor at a place (NULL: the doctor's own practice) on a day of its calendar; a new one gets the
-- hospital's next letter of the day.
CREATE FUNCTION "waiting_queue"(newId uuid, doctor uuid, hospital uuid, ofDay date) RETURNS uuid
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  found uuid := (SELECT q."id" FROM "WaitingQueue" q
    WHERE q."doctorId" = doctor AND q."hospitalId" IS NOT DISTINCT FROM hospital AND q."day" = ofDay);
BEGIN
  IF found IS NOT NULL THEN RETURN found; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('waiting-queues:' || coalesce(hospital, doctor), 0));
  INSERT INTO "WaitingQueue" ("id", "doctorId", "hospitalId", "day", "letter")
    SELECT newId, doctor, hospital, ofDay, 1 + coalesce(max(q."letter"), 0) FROM "WaitingQueue" q
    WHERE hospital IS NOT NULL AND q."hospitalId" = hospital AND q."day" = ofDay
    ON CONFLICT ("doctorId", "hospitalId", "day") DO NOTHING;
  RETURN (SELECT q."id" FROM "WaitingQueue" q
    WHERE q."doctorId" = doctor AND q."hospitalId" IS NOT DISTINCT FROM hospital AND q."day" = ofDay);
END $$;

-- Numbers are the database's: each queue counts from 1 without a gap, and a number never changes within its queue.
CREATE FUNCTION "queue_ticket_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."queueId" = OLD."queueId" THEN
    IF NEW."number" <> OLD."number" OR NEW."appointmentId" <> OLD."appointmentId" THEN
      RAISE EXCEPTION 'a queue number never changes' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  -- Of an INSERT … ON CONFLICT DO UPDATE for someone who has a number, the update decides.
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM "QueueTicket" t WHERE t."appointmentId" = NEW."appointmentId") THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM "Appointment" a JOIN "WaitingQueue" q ON q."id" = NEW."queueId"
    WHERE a."id" = NEW."appointmentId" AND a."status" = 'CHECKED_IN' AND a."doctorId" = q."doctorId"
      AND a."hospitalId" IS NOT DISTINCT FROM q."hospitalId"
  ) THEN
    RAISE EXCEPTION 'a number is given at check-in, in the queue of the doctor and the place' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE "WaitingQueue" q SET "lastNumber" = q."lastNumber" + 1
    WHERE q."id" = NEW."queueId" RETURNING q."lastNumber" INTO NEW."number";
  RETURN NEW;
END $$;
CREATE TRIGGER "QueueTicket_guard" BEFORE INSERT OR UPDATE ON "QueueTicket" FOR EACH ROW EXECUTE FUNCTION "queue_ticket_guard"();
