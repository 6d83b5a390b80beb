-- A doctor opens the record of someone they don't treat, in an emergency: for four hours, with a reason, reviewed afterwards.

CREATE TYPE "ReviewVerdict" AS ENUM ('JUSTIFIED', 'NOT_JUSTIFIED');

CREATE TABLE "EmergencyAccess" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  "openedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "endedAt" timestamptz(3),
  "verdict" "ReviewVerdict",
  "reviewedAt" timestamptz(3),
  "reviewedById" uuid,
  CONSTRAINT "EmergencyAccess_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "EmergencyAccess_hours" CHECK ("expiresAt" = "openedAt" + interval '4 hours'),
  CONSTRAINT "EmergencyAccess_review" CHECK (num_nulls("verdict", "reviewedAt", "reviewedById") IN (0, 3))
);
CREATE INDEX "EmergencyAccess_patientId_openedAt_id_idx" ON "EmergencyAccess" ("patientId", "openedAt", "id");
CREATE INDEX "EmergencyAccess_doctorId_openedAt_id_idx" ON "EmergencyAccess" ("doctorId", "openedAt", "id");
CREATE INDEX "EmergencyAccess_verdict_openedAt_id_idx" ON "EmergencyAccess" ("verdict", "openedAt", "id");
CREATE INDEX "EmergencyAccess_endedAt_expiresAt_idx" ON "EmergencyAccess" ("endedAt", "expiresAt");

-- The words of it, which may say something about the patient: who may read them is another question than who reads the record.
CREATE TABLE "EmergencyText" (
  "accessId" uuid NOT NULL,
  "reason" text NOT NULL,
  "remark" text,
  CONSTRAINT "EmergencyText_pkey" PRIMARY KEY ("accessId"),
  CONSTRAINT "EmergencyText_reason" CHECK ("reason" <> '')
);
ALTER TABLE "EmergencyAccess"
  ADD CONSTRAINT "EmergencyAccess_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "EmergencyAccess_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "EmergencyAccess_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EmergencyText"
  ADD CONSTRAINT "EmergencyText_accessId_fkey" FOREIGN KEY ("accessId") REFERENCES "EmergencyAccess" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── by the database's clock, and once ─────────────────────────────

CREATE FUNCTION "emergency_access_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."openedAt" := least(NEW."openedAt", now());
    NEW."expiresAt" := NEW."openedAt" + interval '4 hours';
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."patientId", NEW."doctorId", NEW."openedAt") <> (OLD."id", OLD."patientId", OLD."doctorId", OLD."openedAt") THEN
    RAISE EXCEPTION 'who opened which record and when never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."endedAt" IS NOT NULL AND NEW."endedAt" IS DISTINCT FROM OLD."endedAt" THEN
    RAISE EXCEPTION 'an emergency access ends once' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."verdict" IS NOT NULL AND (NEW."verdict", NEW."reviewedAt", NEW."reviewedById") IS DISTINCT FROM (OLD."verdict", OLD."reviewedAt", OLD."reviewedById") THEN
    RAISE EXCEPTION 'an emergency access is reviewed once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."verdict" IS DISTINCT FROM OLD."verdict" AND NOT ("acts_as_administrator"() AND NEW."doctorId" IS DISTINCT FROM "acting_doctor"()) THEN
    RAISE EXCEPTION 'administrators review, and never what they opened themselves' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "EmergencyAccess_guard" BEFORE INSERT OR UPDATE ON "EmergencyAccess"
  FOR EACH ROW EXECUTE FUNCTION "emergency_access_guard"();

CREATE FUNCTION "emergency_text_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW."accessId", NEW."reason") <> (OLD."accessId", OLD."reason") OR OLD."remark" IS NOT NULL THEN
    RAISE EXCEPTION 'a reason never changes, and a remark is made once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "EmergencyText_guard" BEFORE UPDATE ON "EmergencyText" FOR EACH ROW EXECUTE FUNCTION "emergency_text_guard"();

-- ───────────────────────────── who reads now, and why ─────────────────────────────

-- As before; and who has opened a record in an emergency.
CREATE OR REPLACE VIEW "RecordReaderNow" AS
  -- Who treats the patient: from the booking of a visit until 30 days after it.
  SELECT a."doctorId", a."patientId", 'TREATMENT'::"AuditPurpose" AS "purpose", true AS "coversNotes",
    a."createdAt" AS "since", a."endsAt" + interval '30 days' AS "until"
  FROM "Appointment" a
  WHERE a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')
    AND a."endsAt" > now() - interval '30 days'
  UNION ALL
  SELECT g."doctorId", g."patientId", 'SHARED'::"AuditPurpose", g."scope" = 'RECORD', g."createdAt", g."expiresAt"
  FROM "RecordGrant" g
    JOIN "Doctor" d ON d."id" = g."doctorId" AND d."verification" = 'VERIFIED'
    JOIN "Patient" p ON p."id" = g."patientId"
  WHERE g."endedAt" IS NULL AND (g."expiresAt" IS NULL OR g."expiresAt" > now()) AND p."mergedIntoId" IS NULL
    -- What a parent has given ends with the parents' own access.
    AND NOT (g."untilMajority" AND "is_of_age"(p."id", p."bornOn", g."grantedById", now()))
  UNION ALL
  SELECT e."doctorId", e."patientId", 'EMERGENCY'::"AuditPurpose", true, e."openedAt", e."expiresAt"
  FROM "EmergencyAccess" e
    JOIN "Doctor" d ON d."id" = e."doctorId" AND d."verification" = 'VERIFIED'
    JOIN "Patient" p ON p."id" = e."patientId"
  WHERE e."endedAt" IS NULL AND e."expiresAt" > now() AND p."mergedIntoId" IS NULL;

-- ───────────────────────────── row-level security ─────────────────────────────

CREATE FUNCTION "acts_as_administrator"() RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "User" u WHERE u."id" = "acting_user"() AND u."isAdmin" AND u."status" = 'ACTIVE')
$$;

-- Seen by whatever asks the view, as grants are. Opened by verified doctors for themselves; ended by them, or by the platform
-- when the hours are over; reviewed by administrators (the guard above).
ALTER TABLE "EmergencyAccess" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "emergency_see" ON "EmergencyAccess" FOR SELECT USING (true);
CREATE POLICY "emergency_open" ON "EmergencyAccess" FOR INSERT WITH CHECK (
  "doctorId" = "acting_doctor"()
  AND EXISTS (SELECT FROM "Doctor" d WHERE d."id" = "doctorId" AND d."verification" = 'VERIFIED'));
CREATE POLICY "emergency_end" ON "EmergencyAccess" FOR UPDATE USING (
  "doctorId" = "acting_doctor"() OR "acts_as_administrator"()
  OR (current_setting('app.actor', true) = 'system' AND "expiresAt" <= now()));

-- The doctor who gave the reason, the family and administrators.
CREATE FUNCTION "concerns_emergency"(access uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT "acts_as_administrator"() OR EXISTS (
    SELECT FROM "EmergencyAccess" e WHERE e."id" = access
      AND (e."doctorId" = "acting_doctor"() OR e."patientId" = ANY ("readable_patients"())))
$$;
ALTER TABLE "EmergencyText" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "reason_read" ON "EmergencyText" FOR SELECT USING ("concerns_emergency"("accessId"));
CREATE POLICY "reason_give" ON "EmergencyText" FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM "EmergencyAccess" e WHERE e."id" = "accessId" AND e."doctorId" = "acting_doctor"()));
CREATE POLICY "remark_add" ON "EmergencyText" FOR UPDATE USING ("acts_as_administrator"());

-- ───────────────────────────── two records of one person ─────────────────────────────

-- As before; an access in an emergency is about the record itself.
CREATE OR REPLACE FUNCTION "patient_references"() RETURNS TABLE ("position" int, "tableName" text, "handling" text, "owner" text)
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  VALUES
    (1, 'Appointment', 'MOVES', NULL),
    (2, 'AmbulanceBooking', 'MOVES', NULL),
    (3, 'BedBooking', 'MOVES', NULL),
    (4, 'Allergy', 'MOVES', NULL),
    (5, 'NoKnownAllergies', 'MOVES', NULL),
    (6, 'Condition', 'MOVES', NULL),
    (7, 'PatientDocument', 'MOVES', NULL),
    (20, 'Encounter', 'FOLLOWS', '(SELECT a."patientId" FROM "Appointment" a WHERE a."id" = r."appointmentId")'),
    (21, 'Observation', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (22, 'Diagnosis', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (23, 'Prescription', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (24, 'Addendum', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (25, 'Attachment', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (26, 'PrescriptionDocument', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (27, 'AnswerSheet', 'FOLLOWS', '(SELECT a."patientId" FROM "Appointment" a WHERE a."id" = r."appointmentId")'),
    (28, 'AnswerDraft', 'FOLLOWS', '(SELECT s."patientId" FROM "AnswerSheet" s WHERE s."appointmentId" = r."appointmentId")'),
    (29, 'SubmittedAnswers', 'FOLLOWS', '(SELECT s."patientId" FROM "AnswerSheet" s WHERE s."appointmentId" = r."appointmentId")'),
    (30, 'BackgroundVersion', 'FOLLOWS', 'coalesce((SELECT x."patientId" FROM "Allergy" x WHERE x."id" = r."entryId"), (SELECT x."patientId" FROM "Condition" x WHERE x."id" = r."entryId"))'),
    (31, 'ToCall', 'FOLLOWS', 'coalesce((SELECT x."patientId" FROM "Appointment" x WHERE x."id" = r."appointmentId"), (SELECT x."patientId" FROM "BedBooking" x WHERE x."id" = r."bedBookingId"), (SELECT x."patientId" FROM "AmbulanceBooking" x WHERE x."id" = r."ambulanceBookingId"))'),
    (40, 'PatientAccess', 'STAYS', NULL),
    (41, 'FamilyInvitation', 'STAYS', NULL),
    (42, 'RecordGrant', 'STAYS', NULL),
    (43, 'EmergencyAccess', 'STAYS', NULL),
    (90, 'Patient', 'STAYS', NULL),
    (91, 'LikelyDuplicate', 'STAYS', NULL),
    (92, 'DifferentPeople', 'STAYS', NULL),
    (93, 'PatientMerge', 'STAYS', NULL)
$$;
SELECT "cover_patient_references"();
