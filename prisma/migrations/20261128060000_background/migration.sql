-- What is known about a patient beyond single visits: allergies and conditions, kept by the patient, those who act for them
-- and the doctors who treat them. Nothing is deleted, and each version stays.

CREATE TYPE "AllergyCategory" AS ENUM ('MEDICATION', 'FOOD', 'ENVIRONMENT', 'OTHER');
CREATE TYPE "AllergyCriticality" AS ENUM ('LOW', 'HIGH', 'UNKNOWN');
CREATE TYPE "AllergyStatus" AS ENUM ('ACTIVE', 'INACTIVE', 'ENTERED_IN_ERROR');
CREATE TYPE "ConditionStatus" AS ENUM ('ACTIVE', 'RESOLVED', 'ENTERED_IN_ERROR');
CREATE TYPE "RecordedAs" AS ENUM ('PATIENT', 'DOCTOR');

CREATE TABLE "Allergy" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "substance" text NOT NULL,
  "category" "AllergyCategory" NOT NULL,
  "criticality" "AllergyCriticality" NOT NULL DEFAULT 'UNKNOWN',
  "reaction" text NOT NULL DEFAULT '',
  "status" "AllergyStatus" NOT NULL DEFAULT 'ACTIVE',
  "version" integer NOT NULL DEFAULT 1,
  "recordedById" uuid,
  "recordedAs" "RecordedAs" NOT NULL,
  "recordedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "changedById" uuid,
  "changedAs" "RecordedAs" NOT NULL,
  "changedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Allergy_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Allergy_substance" CHECK ("substance" <> '')
);
CREATE INDEX "Allergy_patientId_id_idx" ON "Allergy" ("patientId", "id");

CREATE TABLE "NoKnownAllergies" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "statedById" uuid,
  "statedAs" "RecordedAs" NOT NULL,
  "statedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "endedAt" timestamptz(3),
  CONSTRAINT "NoKnownAllergies_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "NoKnownAllergies_patientId_id_idx" ON "NoKnownAllergies" ("patientId", "id");
CREATE UNIQUE INDEX "NoKnownAllergies_one" ON "NoKnownAllergies" ("patientId") WHERE "endedAt" IS NULL;

CREATE TABLE "Condition" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "name" text NOT NULL,
  "system" text,
  "codeVersion" text,
  "code" text,
  "codeName" text,
  "onset" text,
  "status" "ConditionStatus" NOT NULL DEFAULT 'ACTIVE',
  "version" integer NOT NULL DEFAULT 1,
  "recordedById" uuid,
  "recordedAs" "RecordedAs" NOT NULL,
  "recordedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "changedById" uuid,
  "changedAs" "RecordedAs" NOT NULL,
  "changedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Condition_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Condition_name" CHECK ("name" <> ''),
  -- A code is complete in itself, as in a diagnosis.
  CONSTRAINT "Condition_code" CHECK (num_nulls("system", "codeVersion", "code", "codeName") IN (0, 4)),
  CONSTRAINT "Condition_onset" CHECK ("onset" ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
);
CREATE INDEX "Condition_patientId_id_idx" ON "Condition" ("patientId", "id");

CREATE TABLE "BackgroundVersion" (
  "entryId" uuid NOT NULL,
  "version" integer NOT NULL,
  "patientId" uuid NOT NULL,
  "data" jsonb NOT NULL,
  "changedById" uuid,
  "changedAs" "RecordedAs" NOT NULL,
  "changedAt" timestamptz(3) NOT NULL,
  CONSTRAINT "BackgroundVersion_pkey" PRIMARY KEY ("entryId", "version")
);
CREATE INDEX "BackgroundVersion_patientId_entryId_idx" ON "BackgroundVersion" ("patientId", "entryId");

ALTER TABLE "Allergy"
  ADD CONSTRAINT "Allergy_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Allergy_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Allergy_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NoKnownAllergies"
  ADD CONSTRAINT "NoKnownAllergies_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "NoKnownAllergies_statedById_fkey" FOREIGN KEY ("statedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Condition"
  ADD CONSTRAINT "Condition_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Condition_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Condition_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BackgroundVersion"
  ADD CONSTRAINT "BackgroundVersion_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "BackgroundVersion_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Why a medicine was prescribed in spite of a recorded allergy.
ALTER TABLE "Prescription" ADD COLUMN "allergyReason" text NOT NULL DEFAULT '';

-- ───────────────────────────── nothing is lost ─────────────────────────────

CREATE FUNCTION "background_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an entry of a patient''s background is never deleted' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."status"::text = 'ENTERED_IN_ERROR' THEN
    RAISE EXCEPTION 'what was entered in error stays so' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'each change is a new version' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."id", NEW."patientId", NEW."recordedAs", NEW."recordedAt") <> (OLD."id", OLD."patientId", OLD."recordedAs", OLD."recordedAt")
     OR NEW."recordedById" IS DISTINCT FROM OLD."recordedById" THEN
    RAISE EXCEPTION 'whose entry it is and who recorded it never change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Allergy_guard" BEFORE UPDATE OR DELETE ON "Allergy" FOR EACH ROW EXECUTE FUNCTION "background_guard"();
CREATE TRIGGER "Condition_guard" BEFORE UPDATE OR DELETE ON "Condition" FOR EACH ROW EXECUTE FUNCTION "background_guard"();

-- With the owner's rights: the application writes no versions itself.
CREATE FUNCTION "keep_background_version"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "BackgroundVersion" ("entryId", "version", "patientId", "data", "changedById", "changedAs", "changedAt")
    VALUES (NEW."id", NEW."version", NEW."patientId",
      to_jsonb(NEW) - ARRAY['id', 'version', 'patientId', 'recordedById', 'recordedAs', 'recordedAt', 'changedById', 'changedAs', 'changedAt'],
      NEW."changedById", NEW."changedAs", NEW."changedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "Allergy_version" AFTER INSERT OR UPDATE ON "Allergy" FOR EACH ROW EXECUTE FUNCTION "keep_background_version"();
CREATE TRIGGER "Condition_version" AFTER INSERT OR UPDATE ON "Condition" FOR EACH ROW EXECUTE FUNCTION "keep_background_version"();

CREATE FUNCTION "background_history_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a version of an entry never changes' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "BackgroundVersion_guard" BEFORE UPDATE OR DELETE ON "BackgroundVersion"
  FOR EACH ROW EXECUTE FUNCTION "background_history_guard"();

-- "No known allergies" and an active allergy exclude each other. The use cases take the same lock before they read, so
-- that this only stops what goes around them.
CREATE FUNCTION "allergy_answers_agree"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('background:' || NEW."patientId", 0));
  IF TG_TABLE_NAME = 'Allergy' THEN
    IF NEW."status" = 'ACTIVE' THEN
      UPDATE "NoKnownAllergies" SET "endedAt" = now() WHERE "patientId" = NEW."patientId" AND "endedAt" IS NULL;
    END IF;
  ELSIF EXISTS (SELECT FROM "Allergy" a WHERE a."patientId" = NEW."patientId" AND a."status" = 'ACTIVE') THEN
    RAISE EXCEPTION 'an allergy is recorded' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Allergy_answers_agree" AFTER INSERT OR UPDATE ON "Allergy" FOR EACH ROW EXECUTE FUNCTION "allergy_answers_agree"();
CREATE TRIGGER "NoKnownAllergies_answers_agree" AFTER INSERT ON "NoKnownAllergies"
  FOR EACH ROW EXECUTE FUNCTION "allergy_answers_agree"();

-- ───────────────────────────── row-level security ─────────────────────────────

-- The patients for whom the acting user writes as well: whose record they read and for whom they book.
CREATE FUNCTION "kept_patients"() RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(a."patientId"), '{}') FROM "PatientAccessNow" a
  WHERE a."canRead" AND a."canBook" AND a."userId" = (
    CASE WHEN current_setting('app.actor', true) ~ '^[0-9a-f-]{36}$' THEN current_setting('app.actor', true)::uuid END)
$$;

-- Read by whoever reads the record and by the doctors who treat the patient; written by those with the whole right and the
-- same doctors (lib/domain/background/policy.ts).
DO $$
DECLARE
  kept text;
  readable constant text := '"patientId" = ANY ((SELECT "readable_patients"())::uuid[]) OR "treats"("patientId")';
  writable constant text := '"patientId" = ANY ((SELECT "kept_patients"())::uuid[]) OR "treats"("patientId")';
BEGIN
  FOREACH kept IN ARRAY ARRAY['Allergy', 'NoKnownAllergies', 'Condition', 'BackgroundVersion'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('CREATE POLICY "background_read" ON %I FOR SELECT USING (%s)', kept, readable);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['Allergy', 'NoKnownAllergies', 'Condition'] LOOP
    EXECUTE format('CREATE POLICY "background_add" ON %I FOR INSERT WITH CHECK (%s)', kept, writable);
    EXECUTE format('CREATE POLICY "background_change" ON %I FOR UPDATE USING (%s)', kept, writable);
  END LOOP;
END $$;
