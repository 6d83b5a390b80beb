-- The text of notes, additions and medicines is stored encrypted, each row's as one JSON object under a data key that only
-- the installation's master keys open (docs/decisions/0055). A migration has no keys: what was written before stays readable
-- in "plainText" until a job of the worker has encrypted it.

CREATE TABLE "RecordKey" (
  "id" uuid NOT NULL,
  -- The master key (RECORDS_KEYS) that the data key is encrypted under.
  "keyId" text NOT NULL,
  "wrappedKey" bytea NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "RecordKey_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RecordKey_wrapped" CHECK (octet_length("wrappedKey") = 60)
);

CREATE FUNCTION "record_key_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW."id", NEW."createdAt") = (OLD."id", OLD."createdAt") THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'a data key stays: without it nobody reads what it encrypts' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "RecordKey_guard" BEFORE UPDATE OR DELETE ON "RecordKey" FOR EACH ROW EXECUTE FUNCTION "record_key_guard"();
CREATE TRIGGER "RecordKey_stays" BEFORE TRUNCATE ON "RecordKey" FOR EACH STATEMENT EXECUTE FUNCTION "record_key_guard"();

-- ───────────────────────────── the columns ─────────────────────────────

-- One rewrite of each table, which leaves no copy of the text behind: several columns become one.
ALTER TABLE "Encounter"
  ALTER COLUMN "plan" DROP DEFAULT,
  ALTER COLUMN "plan" DROP NOT NULL,
  ALTER COLUMN "plan" TYPE jsonb USING CASE WHEN concat("reason", "subjective", "objective", "assessment", "plan") <> '' THEN jsonb_build_object(
    'reason', "reason", 'subjective', "subjective", 'objective', "objective", 'assessment', "assessment", 'plan', "plan") END,
  ADD COLUMN "encryptedText" bytea;
ALTER TABLE "Encounter" RENAME COLUMN "plan" TO "plainText";
ALTER TABLE "Encounter" DROP COLUMN "reason", DROP COLUMN "subjective", DROP COLUMN "objective", DROP COLUMN "assessment";

ALTER TABLE "Prescription" DROP CONSTRAINT "Prescription_lengths";
ALTER TABLE "Prescription"
  ALTER COLUMN "drug" DROP NOT NULL,
  ALTER COLUMN "drug" TYPE jsonb USING jsonb_build_object(
    'drug', "drug", 'strength', "strength", 'form', "form", 'dose', "dose", 'route', "route", 'frequency', "frequency",
    'instructions', "instructions", 'allergyReason', "allergyReason"),
  ADD COLUMN "encryptedText" bytea;
ALTER TABLE "Prescription" RENAME COLUMN "drug" TO "plainText";
ALTER TABLE "Prescription" DROP COLUMN "strength", DROP COLUMN "form", DROP COLUMN "dose", DROP COLUMN "route",
  DROP COLUMN "frequency", DROP COLUMN "instructions", DROP COLUMN "allergyReason";

ALTER TABLE "Addendum" DROP CONSTRAINT "Addendum_text";
ALTER TABLE "Addendum"
  ALTER COLUMN "text" DROP NOT NULL,
  ALTER COLUMN "text" TYPE jsonb USING jsonb_build_object('text', "text"),
  ADD COLUMN "encryptedText" bytea;
ALTER TABLE "Addendum" RENAME COLUMN "text" TO "plainText";

-- A note may be empty, a medicine or an addition may not. Encrypted are at least a version, the data key's ID, a nonce, "{}"
-- and a tag.
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_text" CHECK (num_nonnulls("plainText", "encryptedText") <= 1);
ALTER TABLE "Prescription" ADD CONSTRAINT "Prescription_text" CHECK (num_nonnulls("plainText", "encryptedText") = 1);
ALTER TABLE "Addendum" ADD CONSTRAINT "Addendum_text" CHECK (num_nonnulls("plainText", "encryptedText") = 1);

-- ───────────────────────────── only encrypted text comes in ─────────────────────────────

CREATE FUNCTION "text_is_encrypted"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."plainText" IS NOT NULL THEN
    RAISE EXCEPTION 'clinical text is stored encrypted' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."encryptedText" IS NOT NULL AND (get_byte(NEW."encryptedText", 0) <> 1 OR NOT EXISTS (
    SELECT FROM "RecordKey" k WHERE k."id" = encode(substr(NEW."encryptedText", 2, 16), 'hex')::uuid
  )) THEN
    RAISE EXCEPTION 'clinical text is encrypted under a data key that is stored' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Whether the job that encrypts what is still plain is at work, and on which rows.
CREATE FUNCTION "is_encrypting"() RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(current_setting('app.encrypting', true), '') = 'on'
$$;
CREATE FUNCTION "rows_to_encrypt"() RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT string_to_array(coalesce(current_setting('app.rows_to_encrypt', true), ''), ',')::uuid[]
$$;

-- Whether a change of a row is nothing but the encryption of its text by that job.
CREATE FUNCTION "is_encryption"(was jsonb, becomes jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT "is_encrypting"()
    AND was - ARRAY['plainText', 'encryptedText'] = becomes - ARRAY['plainText', 'encryptedText']
    AND was->>'plainText' IS NOT NULL AND becomes->>'plainText' IS NULL AND becomes->>'encryptedText' IS NOT NULL
$$;

DO $$
DECLARE
  stored text;
BEGIN
  FOREACH stored IN ARRAY ARRAY['Encounter', 'Prescription', 'Addendum'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (octet_length("encryptedText") BETWEEN 47 AND 4000000)', stored, stored || '_size');
    EXECUTE format('CREATE INDEX %I ON %I ("id") WHERE "plainText" IS NOT NULL', stored || '_plain', stored);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION "text_is_encrypted"()', stored || '_text_in', stored);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW
      WHEN (NEW."plainText" IS DISTINCT FROM OLD."plainText" OR NEW."encryptedText" IS DISTINCT FROM OLD."encryptedText")
      EXECUTE FUNCTION "text_is_encrypted"()', stored || '_text_changed', stored);
    -- The job sees what is still plain, and of the rest the rows it is about to write. The settings are read once a statement.
    EXECUTE format('CREATE POLICY "encrypt_read" ON %I FOR SELECT USING (
      "id" = ANY ((SELECT "rows_to_encrypt"())::uuid[]) OR ("plainText" IS NOT NULL AND (SELECT "is_encrypting"())))', stored);
    EXECUTE format('CREATE POLICY "encrypt_write" ON %I FOR UPDATE USING ("id" = ANY ((SELECT "rows_to_encrypt"())::uuid[]))
      WITH CHECK ("plainText" IS NULL AND "encryptedText" IS NOT NULL)', stored);
  END LOOP;
END $$;

-- ───────────────────────────── the guards let the encryption pass ─────────────────────────────

CREATE OR REPLACE FUNCTION "encounter_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND "is_encryption"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF OLD."status" = 'SIGNED' THEN
    RAISE EXCEPTION 'a signed encounter never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION "clinical_part_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  part record;
  encounter record;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND "is_encryption"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' OR (TG_OP = 'DELETE' AND TG_TABLE_NAME = 'Addendum') THEN
    RAISE EXCEPTION 'a part of an encounter never changes: a draft''s is replaced, an addendum stays' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  SELECT e."status", e."patientId" INTO encounter FROM "Encounter" e WHERE e."id" = part."encounterId";
  IF (encounter."status" = 'SIGNED') IS DISTINCT FROM (TG_TABLE_NAME = 'Addendum') THEN
    RAISE EXCEPTION 'a signed encounter gets only addenda, a draft only parts' USING ERRCODE = 'check_violation';
  END IF;
  IF part."patientId" <> encounter."patientId" THEN
    RAISE EXCEPTION 'a part belongs to the patient of its encounter' USING ERRCODE = 'check_violation';
  END IF;
  RETURN part;
END $$;
