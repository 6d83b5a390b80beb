-- A patient shares their record with a doctor; and one definition of which doctor reads whose record now, and why.

CREATE TYPE "GrantScope" AS ENUM ('BACKGROUND', 'RECORD');

CREATE TABLE "RecordGrant" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  "scope" "GrantScope" NOT NULL,
  "expiresAt" timestamptz(3),
  "untilMajority" boolean NOT NULL DEFAULT false,
  "grantedById" uuid NOT NULL,
  "endedAt" timestamptz(3),
  "endedById" uuid,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "RecordGrant_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RecordGrant_ended" CHECK ("endedById" IS NULL OR "endedAt" IS NOT NULL)
);
CREATE INDEX "RecordGrant_patientId_createdAt_id_idx" ON "RecordGrant" ("patientId", "createdAt", "id");
CREATE INDEX "RecordGrant_doctorId_patientId_idx" ON "RecordGrant" ("doctorId", "patientId");
CREATE INDEX "RecordGrant_endedAt_expiresAt_idx" ON "RecordGrant" ("endedAt", "expiresAt");
CREATE UNIQUE INDEX "RecordGrant_one_open" ON "RecordGrant" ("patientId", "doctorId") WHERE "endedAt" IS NULL;
ALTER TABLE "RecordGrant"
  ADD CONSTRAINT "RecordGrant_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "RecordGrant_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "RecordGrant_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "RecordGrant_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A grant only ends, once; to share anew is a new one.
CREATE FUNCTION "record_grant_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL OR NEW."endedAt" IS NULL
     OR to_jsonb(NEW) - ARRAY['endedAt', 'endedById'] <> to_jsonb(OLD) - ARRAY['endedAt', 'endedById'] THEN
    RAISE EXCEPTION 'a grant only ends, once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RecordGrant_guard" BEFORE UPDATE ON "RecordGrant" FOR EACH ROW EXECUTE FUNCTION "record_grant_guard"();

-- ───────────────────────────── who reads now, and why ─────────────────────────────

-- Which doctor reads whose record at this moment, why, and whether that covers the notes: the one definition for policies,
-- row-level security, the audit trail and the receivers of an event. A doctor has a row for each reason.
CREATE VIEW "RecordReaderNow" AS
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
  WHERE g."endedAt" IS NULL AND (g."expiresAt" IS NULL OR g."expiresAt" > now())
    -- What a parent has given ends with the parents' own access.
    AND NOT (g."untilMajority" AND "is_of_age"(p."id", p."bornOn", g."grantedById", now()));

CREATE FUNCTION "acting_user"() RETURNS uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN current_setting('app.actor', true) ~ '^[0-9a-f-]{36}$' THEN current_setting('app.actor', true)::uuid END
$$;
CREATE FUNCTION "acting_doctor"() RETURNS uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT nullif(current_setting('app.doctor', true), '')::uuid
$$;

CREATE OR REPLACE FUNCTION "treats"(patient uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "RecordReaderNow" r
    WHERE r."patientId" = patient AND r."doctorId" = "acting_doctor"() AND r."purpose" = 'TREATMENT'
  )
$$;

-- Whether the acting doctor reads a patient's allergies and conditions, and whether the notes as well.
CREATE FUNCTION "reads_background"(patient uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "RecordReaderNow" r WHERE r."patientId" = patient AND r."doctorId" = "acting_doctor"())
$$;
CREATE FUNCTION "reads_notes"(patient uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "RecordReaderNow" r
    WHERE r."patientId" = patient AND r."doctorId" = "acting_doctor"() AND r."coversNotes"
  )
$$;

-- ───────────────────────────── row-level security ─────────────────────────────

DROP POLICY "encounter_read" ON "Encounter";
CREATE POLICY "encounter_read" ON "Encounter" FOR SELECT USING (
  "doctorId"::text = current_setting('app.doctor', true)
  OR ("status" = 'SIGNED' AND ("patientId" = ANY ((SELECT "readable_patients"())::uuid[]) OR "reads_notes"("patientId")))
);

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['Allergy', 'NoKnownAllergies', 'Condition', 'BackgroundVersion'] LOOP
    EXECUTE format('DROP POLICY "background_read" ON %I', kept);
    EXECUTE format('CREATE POLICY "background_read" ON %I FOR SELECT USING (
      "patientId" = ANY ((SELECT "readable_patients"())::uuid[]) OR "reads_background"("patientId"))', kept);
  END LOOP;
END $$;

-- Who reads whose record has to be seen by whatever asks the view; it says nothing clinical. Given and ended by those with the
-- whole right, in their own name; those whose last day has passed are closed by the platform.
ALTER TABLE "RecordGrant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "grant_see" ON "RecordGrant" FOR SELECT USING (true);
CREATE POLICY "grant_give" ON "RecordGrant" FOR INSERT WITH CHECK (
  "patientId" = ANY ((SELECT "kept_patients"())::uuid[]) AND "grantedById" = "acting_user"());
CREATE POLICY "grant_end" ON "RecordGrant" FOR UPDATE USING (
  "patientId" = ANY ((SELECT "kept_patients"())::uuid[])
  OR (current_setting('app.actor', true) = 'system' AND "expiresAt" <= now()));

-- ───────────────────────────── the audit trail ─────────────────────────────

-- Why someone acts on a record when the code doesn't say.
CREATE FUNCTION "audit_purpose"(e "AuditEntry") RETURNS "AuditPurpose" LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN e."actorUserId" IS NULL THEN 'OPERATIONS'::"AuditPurpose"
    WHEN EXISTS (SELECT FROM "Doctor" d WHERE d."id" = e."doctorId" AND d."userId" = e."actorUserId") THEN 'TREATMENT'
    ELSE coalesce(
      (SELECT CASE a."relation" WHEN 'SELF' THEN 'PATIENT_REQUEST' ELSE 'PROXY' END::"AuditPurpose" FROM "PatientAccessNow" a
        WHERE a."userId" = e."actorUserId" AND a."patientId" = e."patientId" AND a."canRead"),
      (SELECT r."purpose" FROM "Doctor" d JOIN "RecordReaderNow" r ON r."doctorId" = d."id"
        WHERE d."userId" = e."actorUserId" AND r."patientId" = e."patientId"
          AND (r."coversNotes" OR split_part(e."action", '.', 1) IN ('allergy', 'condition'))
        ORDER BY r."purpose" LIMIT 1),
      -- Of a former patient, a list has only the doctor's own notes.
      (SELECT 'TREATMENT'::"AuditPurpose" FROM "Doctor" d JOIN "Appointment" a ON a."doctorId" = d."id"
        WHERE d."userId" = e."actorUserId" AND a."patientId" = e."patientId" AND e."subject" = 'patient'
          AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT')
        LIMIT 1))
  END
$$;

CREATE OR REPLACE FUNCTION "audit_stamp"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting text := current_setting('app.actor', true);
BEGIN
  IF coalesce(acting, '') = '' THEN
    RAISE EXCEPTION 'an audit entry needs a transaction that names who acts' USING ERRCODE = 'check_violation';
  END IF;
  -- What falls due during someone's transaction is the system's own doing, but never on clinical data.
  IF NEW."actorUserId"::text IS DISTINCT FROM (CASE WHEN acting IN ('system', 'session', 'token') THEN NULL ELSE acting END)
     AND (NEW."actorUserId" IS NOT NULL OR NEW."via" <> 'system' OR "is_clinical"(NEW."action")) THEN
    RAISE EXCEPTION 'an audit entry names another actor than its transaction' USING ERRCODE = 'check_violation';
  END IF;
  NEW."occurredAt" := clock_timestamp();
  NEW."cluster" := "audit_cluster"();
  NEW."txid" := pg_current_xact_id()::text::bigint;
  IF NEW."purpose" IS NULL AND "is_clinical"(NEW."action") THEN
    NEW."purpose" := "audit_purpose"(NEW);
    IF NEW."purpose" IS NULL AND NEW."patientId" IS NOT NULL THEN
      -- The right has ended, perhaps since the record was read: to this account it isn't there.
      RAISE EXCEPTION 'this account doesn''t read this record now' USING ERRCODE = 'no_data_found';
    END IF;
  END IF;
  RETURN NEW;
END $$;
DROP FUNCTION "audit_purpose"(uuid, uuid, uuid);
