-- Links in messages by which someone confirms, moves or cancels one appointment without signing in (docs/decisions/0058).

CREATE TYPE "VisitLinkPurpose" AS ENUM ('REMINDER', 'NEW_TIME');

-- A link is for an account, or for the phone of someone without one. It is for the time it was made for.
CREATE TABLE "VisitLink" (
  "id" uuid NOT NULL,
  "appointmentId" uuid NOT NULL,
  "purpose" "VisitLinkPurpose" NOT NULL,
  "tokenHash" text NOT NULL,
  "userId" uuid,
  "phone" text,
  "startsAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "VisitLink_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "VisitLink_holder" CHECK (num_nonnulls("userId", "phone") = 1),
  CONSTRAINT "VisitLink_expiry" CHECK ("expiresAt" <= "startsAt")
);
CREATE UNIQUE INDEX "VisitLink_tokenHash_key" ON "VisitLink" ("tokenHash");
CREATE INDEX "VisitLink_appointmentId_idx" ON "VisitLink" ("appointmentId");
CREATE INDEX "VisitLink_userId_idx" ON "VisitLink" ("userId");
CREATE INDEX "VisitLink_expiresAt_idx" ON "VisitLink" ("expiresAt");
ALTER TABLE "VisitLink"
  ADD CONSTRAINT "VisitLink_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "VisitLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The one definition of what a link opens now: an appointment that is still to come at the time it was made for, while its holder may
-- still book for the patient.
CREATE VIEW "VisitLinkNow" AS
SELECT l."id" AS "linkId", l."tokenHash", l."purpose", l."userId", a."id" AS "appointmentId", a."patientId"
FROM "VisitLink" l JOIN "Appointment" a ON a."id" = l."appointmentId"
WHERE l."expiresAt" > now() AND a."startsAt" = l."startsAt" AND a."status" IN ('PENDING', 'CONFIRMED')
  AND CASE WHEN l."userId" IS NULL
    THEN EXISTS (SELECT FROM "Patient" p WHERE p."id" = a."patientId" AND p."phone" = l."phone")
    ELSE EXISTS (SELECT FROM "PatientAccessNow" n JOIN "User" u ON u."id" = n."userId" AND u."status" = 'ACTIVE'
      WHERE n."userId" = l."userId" AND n."patientId" = a."patientId" AND n."canBook") END;

-- That the patient has said they will come; to another time they haven't.
ALTER TABLE "Appointment" ADD COLUMN "attendanceConfirmedAt" timestamptz(3);
CREATE FUNCTION "attendance_lapses"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."attendanceConfirmedAt" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "Appointment_attendance" BEFORE UPDATE OF "startsAt" ON "Appointment" FOR EACH ROW
  WHEN (NEW."startsAt" <> OLD."startsAt") EXECUTE FUNCTION "attendance_lapses"();
