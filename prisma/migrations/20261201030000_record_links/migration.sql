-- Parts of a record are opened by a link, without an account, for a time. The database decides what a link opens.

CREATE TYPE "LinkPart" AS ENUM ('ALLERGIES', 'CONDITIONS', 'MEDICINES', 'MEASUREMENTS', 'VISITS');
CREATE TYPE "DeviceKind" AS ENUM ('PHONE', 'TABLET', 'COMPUTER', 'OTHER');

CREATE TABLE "RecordLink" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "tokenHash" text NOT NULL,
  "parts" "LinkPart"[] NOT NULL,
  "visitIds" uuid[] NOT NULL DEFAULT '{}',
  "minutes" integer NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "maxDevices" smallint NOT NULL DEFAULT 1,
  "passcodeHash" text,
  "createdById" uuid NOT NULL,
  "endedAt" timestamptz(3),
  "endedById" uuid,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "RecordLink_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RecordLink_what" CHECK (
    cardinality("parts") > 0 AND (cardinality("visitIds") = 0 OR 'VISITS' = ANY ("parts")) AND cardinality("visitIds") <= 50),
  CONSTRAINT "RecordLink_span" CHECK (
    "minutes" BETWEEN 1 AND 10080 AND "expiresAt" = "createdAt" + "minutes" * interval '1 minute'),
  CONSTRAINT "RecordLink_devices" CHECK ("maxDevices" BETWEEN 1 AND 5),
  CONSTRAINT "RecordLink_ended" CHECK ("endedById" IS NULL OR "endedAt" IS NOT NULL)
);
CREATE UNIQUE INDEX "RecordLink_tokenHash_key" ON "RecordLink" ("tokenHash");
CREATE INDEX "RecordLink_patientId_createdAt_id_idx" ON "RecordLink" ("patientId", "createdAt", "id");
CREATE INDEX "RecordLink_endedAt_expiresAt_idx" ON "RecordLink" ("endedAt", "expiresAt");

-- A browser that has opened a link; its cookie has the secret, so that a page can be loaded again there and nowhere else.
CREATE TABLE "LinkOpening" (
  "id" uuid NOT NULL,
  "linkId" uuid NOT NULL,
  "secretHash" text NOT NULL,
  "device" "DeviceKind" NOT NULL,
  "openedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lastReadAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "LinkOpening_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "LinkOpening_secretHash_key" ON "LinkOpening" ("secretHash");
CREATE INDEX "LinkOpening_linkId_openedAt_idx" ON "LinkOpening" ("linkId", "openedAt");

ALTER TABLE "RecordLink"
  ADD CONSTRAINT "RecordLink_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "RecordLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "RecordLink_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LinkOpening"
  ADD CONSTRAINT "LinkOpening_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "RecordLink" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── what a link opens now ─────────────────────────────

-- Links that hold at this moment, with a row for each part: until they are ended or their time is over, and as long as
-- those who made them have the whole right for the patient. A merged record is opened by none.
CREATE VIEW "RecordLinkNow" AS
  SELECT l."id" AS "linkId", l."patientId", p."part", l."visitIds"
  FROM "RecordLink" l JOIN "Patient" t ON t."id" = l."patientId" CROSS JOIN LATERAL unnest(l."parts") AS p("part")
  WHERE l."endedAt" IS NULL AND l."expiresAt" > now() AND t."mergedIntoId" IS NULL
    AND EXISTS (
      SELECT FROM "PatientAccessNow" a
      WHERE a."userId" = l."createdById" AND a."patientId" = l."patientId" AND a."canRead" AND a."canBook");

-- Which opening of a link reads which parts of whose record now: the one definition for policies, row-level security and the
-- audit trail.
CREATE VIEW "LinkReaderNow" AS
  SELECT o."id" AS "openingId", n."patientId", n."part", n."visitIds"
  FROM "LinkOpening" o JOIN "RecordLinkNow" n ON n."linkId" = o."linkId";

CREATE FUNCTION "acting_opening"() RETURNS uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT nullif(current_setting('app.link', true), '')::uuid
$$;

-- The patient of whom the acting opening reads one of these parts; null for everyone else.
CREATE FUNCTION "linked_patient"(VARIADIC "wanted" "LinkPart"[]) RETURNS uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT n."patientId" FROM "LinkReaderNow" n
  WHERE n."openingId" = "acting_opening"() AND n."part" = ANY ("wanted") LIMIT 1
$$;
-- The visits whose notes it reads; empty: all of them.
CREATE FUNCTION "linked_visits"() RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT n."visitIds" FROM "LinkReaderNow" n WHERE n."openingId" = "acting_opening"() AND n."part" = 'VISITS'
$$;

-- ───────────────────────────── by the database's clock, once, and not on more devices ─────────────────────────────

CREATE FUNCTION "record_link_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."endedAt" IS NOT NULL OR NEW."endedAt" IS NULL
       OR to_jsonb(NEW) - ARRAY['endedAt', 'endedById'] <> to_jsonb(OLD) - ARRAY['endedAt', 'endedById'] THEN
      RAISE EXCEPTION 'a link only ends, once' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  NEW."createdAt" := least(NEW."createdAt", now());
  NEW."expiresAt" := NEW."createdAt" + NEW."minutes" * interval '1 minute';
  -- The use case takes the same lock before it reads, so that this only stops what goes around it.
  PERFORM pg_advisory_xact_lock(hashtextextended('sharing:' || NEW."patientId", 0));
  IF (SELECT count(*) FROM "RecordLink" l WHERE l."patientId" = NEW."patientId" AND l."endedAt" IS NULL AND l."expiresAt" > now()) >= 10 THEN
    RAISE EXCEPTION 'a record has at most 10 links at a time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RecordLink_guard" BEFORE INSERT OR UPDATE ON "RecordLink" FOR EACH ROW EXECUTE FUNCTION "record_link_guard"();

CREATE FUNCTION "link_opening_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'lastReadAt' <> to_jsonb(OLD) - 'lastReadAt' THEN
      RAISE EXCEPTION 'an opening never changes' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('record-link:' || NEW."linkId", 0));
  IF NOT EXISTS (SELECT FROM "RecordLinkNow" n WHERE n."linkId" = NEW."linkId") THEN
    RAISE EXCEPTION 'this link opens nothing now' USING ERRCODE = 'no_data_found';
  END IF;
  IF (SELECT count(*) FROM "LinkOpening" o WHERE o."linkId" = NEW."linkId")
     >= (SELECT l."maxDevices" FROM "RecordLink" l WHERE l."id" = NEW."linkId") THEN
    RAISE EXCEPTION 'this link was opened on as many devices as it may be' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "LinkOpening_guard" BEFORE INSERT OR UPDATE ON "LinkOpening" FOR EACH ROW EXECUTE FUNCTION "link_opening_guard"();

-- ───────────────────────────── row-level security ─────────────────────────────

-- What holds has to be seen by whatever asks the views; it says nothing clinical. Made and ended by those with the whole
-- right, in their own name; those whose time is over are closed by the platform. Opened by whoever has the link.
ALTER TABLE "RecordLink" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "link_see" ON "RecordLink" FOR SELECT USING (true);
CREATE POLICY "link_make" ON "RecordLink" FOR INSERT WITH CHECK (
  "patientId" = ANY ((SELECT "kept_patients"())::uuid[]) AND "createdById" = "acting_user"());
CREATE POLICY "link_end" ON "RecordLink" FOR UPDATE USING (
  "patientId" = ANY ((SELECT "kept_patients"())::uuid[])
  OR (current_setting('app.actor', true) = 'system' AND "expiresAt" <= now()));

ALTER TABLE "LinkOpening" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "opening_see" ON "LinkOpening" FOR SELECT USING (true);
CREATE POLICY "opening_make" ON "LinkOpening" FOR INSERT WITH CHECK (current_setting('app.actor', true) = 'link');
CREATE POLICY "opening_look" ON "LinkOpening" FOR UPDATE USING ("id" = "acting_opening"());

-- Each part by itself. What an entry was before stays with the family and the doctors.
CREATE POLICY "link_read" ON "Allergy" FOR SELECT USING ("patientId" = (SELECT "linked_patient"('ALLERGIES')));
CREATE POLICY "link_read" ON "NoKnownAllergies" FOR SELECT USING ("patientId" = (SELECT "linked_patient"('ALLERGIES')));
CREATE POLICY "link_read" ON "Condition" FOR SELECT USING ("patientId" = (SELECT "linked_patient"('CONDITIONS')));

-- Notes, all or the chosen ones; their parts follow them. Medicines and measurements of other notes are read without the
-- notes: app.link_index is on only inside the two functions below, which answer whose and of when a note is.
CREATE POLICY "link_read" ON "Encounter" FOR SELECT USING (
  (SELECT "acting_opening"()) IS NOT NULL AND "status" = 'SIGNED' AND (
    ("patientId" = (SELECT "linked_patient"('VISITS'))
      AND ((SELECT cardinality("linked_visits"())) = 0 OR "appointmentId" = ANY ((SELECT "linked_visits"())::uuid[])))
    OR (current_setting('app.link_index', true) = 'on' AND "patientId" = (SELECT "linked_patient"('MEDICINES', 'MEASUREMENTS')))));

CREATE FUNCTION "is_linked_note"(encounter uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  answer boolean;
BEGIN
  PERFORM set_config('app.link_index', 'on', true);
  answer := EXISTS (SELECT FROM "Encounter" e WHERE e."id" = encounter);
  PERFORM set_config('app.link_index', '', true);
  RETURN answer;
END $$;
CREATE FUNCTION "linked_notes"(encounters uuid[]) RETURNS TABLE (
    "id" uuid, "signedAt" timestamptz, "isWithdrawn" boolean, "startsAt" timestamptz, "timeZone" text, "doctorName" text)
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.link_index', 'on', true);
  RETURN QUERY SELECT e."id", coalesce(e."signedAt", e."createdAt")::timestamptz,
    EXISTS (SELECT FROM "PrescriptionDocument" p WHERE p."encounterId" = e."id" AND p."withdrawnAt" IS NOT NULL),
    a."startsAt"::timestamptz, coalesce(h."timeZone", d."timeZone"), d."name"
  FROM "Encounter" e
    JOIN "Appointment" a ON a."id" = e."appointmentId"
    JOIN "Doctor" d ON d."id" = e."doctorId"
    LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"
  WHERE e."id" = ANY (encounters);
  PERFORM set_config('app.link_index', '', true);
END $$;
CREATE POLICY "link_read" ON "Prescription" FOR SELECT USING (
  "patientId" = (SELECT "linked_patient"('MEDICINES')) AND "is_linked_note"("encounterId"));
CREATE POLICY "link_read" ON "Observation" FOR SELECT USING (
  "patientId" = (SELECT "linked_patient"('MEASUREMENTS')) AND "is_linked_note"("encounterId"));

-- ───────────────────────────── the audit trail ─────────────────────────────

-- The part of a record that an action on it belongs to, as far as links open it.
CREATE FUNCTION "link_part_of"(action text) RETURNS "LinkPart" LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE split_part(action, '.', 1)
    WHEN 'allergy' THEN 'ALLERGIES' WHEN 'condition' THEN 'CONDITIONS' WHEN 'prescription' THEN 'MEDICINES'
    WHEN 'observation' THEN 'MEASUREMENTS' WHEN 'encounter' THEN 'VISITS' END::"LinkPart";

-- As before; and who reads by a link, only the parts it opens.
CREATE OR REPLACE FUNCTION "audit_purpose"(e "AuditEntry") RETURNS "AuditPurpose" LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN e."via" = 'link' THEN (
      SELECT 'SHARED'::"AuditPurpose" FROM "LinkReaderNow" n
      WHERE n."openingId" = "acting_opening"() AND n."patientId" = e."patientId" AND n."part" = "link_part_of"(e."action") LIMIT 1)
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

-- As before; and an entry is by a link exactly when its transaction is.
CREATE OR REPLACE FUNCTION "audit_stamp"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting text := current_setting('app.actor', true);
BEGIN
  IF coalesce(acting, '') = '' THEN
    RAISE EXCEPTION 'an audit entry needs a transaction that names who acts' USING ERRCODE = 'check_violation';
  END IF;
  -- What falls due during someone's transaction is the system's own doing, but never on clinical data.
  IF NEW."actorUserId"::text IS DISTINCT FROM (CASE WHEN acting IN ('system', 'session', 'token', 'link') THEN NULL ELSE acting END)
     AND (NEW."actorUserId" IS NOT NULL OR NEW."via" <> 'system' OR "is_clinical"(NEW."action")) THEN
    RAISE EXCEPTION 'an audit entry names another actor than its transaction' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."via" = 'link') <> (acting = 'link') THEN
    RAISE EXCEPTION 'an audit entry of a link belongs to a transaction of a link' USING ERRCODE = 'check_violation';
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

-- ───────────────────────────── two records of one person ─────────────────────────────

-- A link opens the record it was made for.
INSERT INTO "PatientReference" ("tableName", "position", "handling") VALUES ('RecordLink', 44, 'STAYS');
SELECT "cover_patient_references"();
