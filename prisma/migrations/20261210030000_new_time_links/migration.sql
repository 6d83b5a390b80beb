-- Links by which patients choose another time than one that can't be kept (docs/decisions/0065).

-- A colleague may take an appointment over at its own time: a link is for one appointment with one doctor at one time.
ALTER TABLE "VisitLink" ADD COLUMN "doctorId" uuid;
UPDATE "VisitLink" l SET "doctorId" = a."doctorId" FROM "Appointment" a WHERE a."id" = l."appointmentId";
ALTER TABLE "VisitLink" ALTER COLUMN "doctorId" SET NOT NULL;
CREATE INDEX "VisitLink_doctorId_idx" ON "VisitLink" ("doctorId");
ALTER TABLE "VisitLink"
  ADD CONSTRAINT "VisitLink_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The links whose holders may still book for the patient. "became": why one opens nothing any more; NULL while it does.
CREATE VIEW "VisitLinkHeld" AS
SELECT l."id" AS "linkId", l."tokenHash", l."purpose", l."userId", a."id" AS "appointmentId", a."patientId",
  CASE
    WHEN a."status" IN ('CANCELLED', 'DECLINED', 'EXPIRED') THEN 'CANCELLED'
    WHEN a."startsAt" <> l."startsAt" OR a."doctorId" <> l."doctorId" THEN 'MOVED'
    WHEN l."expiresAt" <= now() OR a."status" NOT IN ('PENDING', 'CONFIRMED') THEN 'BEGUN'
  END AS "became"
FROM "VisitLink" l JOIN "Appointment" a ON a."id" = l."appointmentId"
WHERE CASE WHEN l."userId" IS NULL
  THEN EXISTS (SELECT FROM "Patient" p WHERE p."id" = a."patientId" AND p."phone" = l."phone")
  ELSE EXISTS (SELECT FROM "PatientAccessNow" n JOIN "User" u ON u."id" = n."userId" AND u."status" = 'ACTIVE'
    WHERE n."userId" = l."userId" AND n."patientId" = a."patientId" AND n."canBook") END;

-- The one definition of what a link opens now.
CREATE OR REPLACE VIEW "VisitLinkNow" AS
SELECT "linkId", "tokenHash", "purpose", "userId", "appointmentId", "patientId" FROM "VisitLinkHeld" WHERE "became" IS NULL;

-- No one is asked for a new time who has one, keeps the old one, or has cancelled: what waits in the ledger, for a worker or for the end
-- of quiet hours, is cancelled. A transaction that queues such a message holds the appointment, and this waits for it.
CREATE FUNCTION "new_time_settled"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Message" SET "content" = NULL,
    "state" = (CASE "state" WHEN 'GIVEN_UP' THEN 'GIVEN_UP' ELSE 'CANCELLED' END)::"MessageState", "endedAt" = coalesce("endedAt", now())
  WHERE "about" = 'appointment:' || NEW."id" AND "reason" = 'appointment.needs-rebooking'
    AND "state" IN ('DUE', 'FAILED', 'GIVEN_UP') AND "content" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "Appointment_new_time_settled" AFTER UPDATE OF "needsRebooking", "status" ON "Appointment" FOR EACH ROW
  WHEN (OLD."needsRebooking" AND OLD."status" IN ('PENDING', 'CONFIRMED')
    AND (NOT NEW."needsRebooking" OR NEW."status" NOT IN ('PENDING', 'CONFIRMED')))
  EXECUTE FUNCTION "new_time_settled"();
