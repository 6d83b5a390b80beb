-- Two records of one person: which may be, how one is merged into the other, and how that is undone. A merge moves what
-- refers to a patient and remembers what it moved; nothing is copied, changed or deleted (docs/decisions/0052).

ALTER TABLE "Patient" ADD COLUMN "mergedIntoId" uuid;
ALTER TABLE "Patient"
  ADD CONSTRAINT "Patient_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Patient_not_into_itself" CHECK ("mergedIntoId" <> "id");
CREATE INDEX "Patient_mergedIntoId_idx" ON "Patient" ("mergedIntoId");

-- The name as likeness is measured by: folded, each letter of another script as a Latin one.
ALTER TABLE "Patient" ADD COLUMN "likeName" text GENERATED ALWAYS AS ("search_latin"("search_line"("name"))) STORED;
-- The words of a name in any order, however long.
CREATE INDEX "Patient_same_words" ON "Patient" (md5("searchWords"::text));
CREATE INDEX "Patient_phone_idx" ON "Patient" ("phone");

CREATE TYPE "Likeness" AS ENUM ('NAME_AND_BIRTH', 'NAME_AND_PHONE', 'NAME');

-- Pairs of records that may be of one person, the smaller ID first. Kept by a trigger alone.
CREATE TABLE "LikelyDuplicate" (
  "id" uuid NOT NULL,
  "firstId" uuid NOT NULL,
  "secondId" uuid NOT NULL,
  "likeness" "Likeness" NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "LikelyDuplicate_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "LikelyDuplicate_order" CHECK ("firstId" < "secondId")
);
CREATE UNIQUE INDEX "LikelyDuplicate_firstId_secondId_key" ON "LikelyDuplicate" ("firstId", "secondId");
CREATE INDEX "LikelyDuplicate_secondId_idx" ON "LikelyDuplicate" ("secondId");
CREATE INDEX "LikelyDuplicate_createdAt_id_idx" ON "LikelyDuplicate" ("createdAt", "id");

-- Pairs that a hospital's desk has looked at: they are different people.
CREATE TABLE "DifferentPeople" (
  "hospitalId" uuid NOT NULL,
  "firstId" uuid NOT NULL,
  "secondId" uuid NOT NULL,
  "byUserId" uuid,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "DifferentPeople_pkey" PRIMARY KEY ("hospitalId", "firstId", "secondId"),
  CONSTRAINT "DifferentPeople_order" CHECK ("firstId" < "secondId")
);
CREATE INDEX "DifferentPeople_firstId_idx" ON "DifferentPeople" ("firstId");
CREATE INDEX "DifferentPeople_secondId_idx" ON "DifferentPeople" ("secondId");

CREATE TABLE "PatientMerge" (
  "id" uuid NOT NULL,
  "hospitalId" uuid NOT NULL,
  -- The record that was merged away, and the one that stands for both.
  "sourceId" uuid NOT NULL,
  "survivorId" uuid NOT NULL,
  -- Of name, bornOn and phone: which values the survivor took over, and what it had before.
  "taken" text[] NOT NULL DEFAULT '{}',
  "nameBefore" text NOT NULL,
  "bornOnBefore" date,
  "phoneBefore" text,
  "mergedById" uuid,
  "mergedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "undoneById" uuid,
  "undoneAt" timestamptz(3),
  -- The transaction that is moving rows right now; null before and after.
  "movingIn" bigint,
  CONSTRAINT "PatientMerge_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PatientMerge_two" CHECK ("sourceId" <> "survivorId"),
  CONSTRAINT "PatientMerge_taken" CHECK ("taken" <@ ARRAY['name', 'bornOn', 'phone'])
);
CREATE UNIQUE INDEX "PatientMerge_one_at_a_time" ON "PatientMerge" ("sourceId") WHERE "undoneAt" IS NULL;
CREATE INDEX "PatientMerge_hospitalId_mergedAt_id_idx" ON "PatientMerge" ("hospitalId", "mergedAt", "id");
CREATE INDEX "PatientMerge_survivorId_idx" ON "PatientMerge" ("survivorId");
CREATE INDEX "PatientMerge_sourceId_idx" ON "PatientMerge" ("sourceId");
CREATE UNIQUE INDEX "PatientMerge_moving" ON "PatientMerge" ("movingIn") WHERE "movingIn" IS NOT NULL;

-- What a merge has moved, and which statements "no known allergies" it has ended.
CREATE TABLE "PatientMergeRow" (
  "mergeId" uuid NOT NULL,
  "tableName" text NOT NULL,
  "rowId" uuid NOT NULL,
  "isEnded" boolean NOT NULL DEFAULT false,
  CONSTRAINT "PatientMergeRow_pkey" PRIMARY KEY ("mergeId", "tableName", "rowId", "isEnded")
);

ALTER TABLE "LikelyDuplicate"
  ADD CONSTRAINT "LikelyDuplicate_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Patient" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "LikelyDuplicate_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Patient" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DifferentPeople"
  ADD CONSTRAINT "DifferentPeople_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "DifferentPeople_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Patient" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "DifferentPeople_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Patient" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "DifferentPeople_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PatientMerge"
  ADD CONSTRAINT "PatientMerge_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PatientMerge_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PatientMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PatientMerge_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "PatientMerge_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PatientMergeRow" ADD CONSTRAINT "PatientMergeRow_mergeId_fkey"
  FOREIGN KEY ("mergeId") REFERENCES "PatientMerge" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── what refers to a patient ─────────────────────────────

-- The one list of tables that refer to a patient, and what a merge does with their rows. MOVES: remembered by ID, moved back
-- by an undo. FOLLOWS: belongs to whoever `owner` says, as a note to its visit. STAYS: belongs to the record itself and
-- rests while that is merged. Parents stand before what follows them. A new table belongs here, followed by a call of
-- cover_patient_references(), and its guards have to let a move pass (is_merge_move); until then merging is refused, and
-- tests/integration/patient-references.test.ts fails.
CREATE FUNCTION "patient_references"() RETURNS TABLE ("position" int, "tableName" text, "handling" text, "owner" text)
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  VALUES
    (1, 'Appointment', 'MOVES', NULL),
    (2, 'AmbulanceBooking', 'MOVES', NULL),
    (3, 'BedBooking', 'MOVES', NULL),
    (4, 'Allergy', 'MOVES', NULL),
    (5, 'NoKnownAllergies', 'MOVES', NULL),
    (6, 'Condition', 'MOVES', NULL),
    (20, 'Encounter', 'FOLLOWS', '(SELECT a."patientId" FROM "Appointment" a WHERE a."id" = r."appointmentId")'),
    (21, 'Observation', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (22, 'Diagnosis', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (23, 'Prescription', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (24, 'Addendum', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (25, 'Attachment', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (26, 'PrescriptionDocument', 'FOLLOWS', '(SELECT e."patientId" FROM "Encounter" e WHERE e."id" = r."encounterId")'),
    (30, 'BackgroundVersion', 'FOLLOWS', 'coalesce((SELECT x."patientId" FROM "Allergy" x WHERE x."id" = r."entryId"), (SELECT x."patientId" FROM "Condition" x WHERE x."id" = r."entryId"))'),
    (31, 'ToCall', 'FOLLOWS', 'coalesce((SELECT x."patientId" FROM "Appointment" x WHERE x."id" = r."appointmentId"), (SELECT x."patientId" FROM "BedBooking" x WHERE x."id" = r."bedBookingId"), (SELECT x."patientId" FROM "AmbulanceBooking" x WHERE x."id" = r."ambulanceBookingId"))'),
    (40, 'PatientAccess', 'STAYS', NULL),
    (41, 'FamilyInvitation', 'STAYS', NULL),
    (42, 'RecordGrant', 'STAYS', NULL),
    (90, 'Patient', 'STAYS', NULL),
    (91, 'LikelyDuplicate', 'STAYS', NULL),
    (92, 'DifferentPeople', 'STAYS', NULL),
    (93, 'PatientMerge', 'STAYS', NULL)
$$;

-- Whether a change of a row is nothing but its move by the merge, or the undo, of this very transaction.
CREATE FUNCTION "is_merge_move"(was jsonb, becomes jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT was - 'patientId' = becomes - 'patientId' AND EXISTS (
    SELECT FROM "PatientMerge" m WHERE m."movingIn" = pg_current_xact_id()::text::bigint
      AND ARRAY[was->>'patientId', becomes->>'patientId'] = CASE WHEN m."undoneAt" IS NULL
        THEN ARRAY[m."sourceId"::text, m."survivorId"::text] ELSE ARRAY[m."survivorId"::text, m."sourceId"::text] END)
$$;

-- Nothing new may refer to a record that is merged away, and what follows something belongs to the same patient. A merge or
-- an undo that holds the patients is waited for. Then whoever was slower tries again and reads how it is now: therefore
-- the error of a failed serialization.
CREATE FUNCTION "refers_to_standing_patient"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  merged uuid;
  belongs_to uuid;
BEGIN
  IF NEW."patientId" IS NULL OR (TG_OP = 'UPDATE' AND NEW."patientId" IS NOT DISTINCT FROM OLD."patientId") THEN RETURN NEW; END IF;
  SELECT p."mergedIntoId" INTO merged FROM "Patient" p WHERE p."id" = NEW."patientId" FOR KEY SHARE;
  IF merged IS NOT NULL THEN
    RAISE EXCEPTION 'this record was merged into another' USING ERRCODE = 'serialization_failure';
  END IF;
  -- The trigger's argument is the table's `owner`, if it has one.
  IF TG_NARGS > 0 THEN
    EXECUTE format('SELECT %s FROM (SELECT ($1).*) r', TG_ARGV[0]) INTO belongs_to USING NEW;
    IF belongs_to <> NEW."patientId" THEN
      RAISE EXCEPTION 'what it belongs to is another patient''s' USING ERRCODE = 'serialization_failure';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- Gives each table of the list what it needs for merging, if it lacks it: the trigger above, and where there is row-level
-- security two policies for the rows of the merge that is under way.
CREATE FUNCTION "cover_patient_references"() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  f record;
  moving constant text := '"patientId" = ANY ((SELECT "moving_patients"())::uuid[])';
BEGIN
  FOR f IN
    SELECT r.*, c.relrowsecurity, c.oid FROM "patient_references"() r JOIN pg_class c ON c.oid = format('%I', r."tableName")::regclass
    WHERE EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'patientId')
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF "patientId" ON %I
      FOR EACH ROW EXECUTE FUNCTION "refers_to_standing_patient"(%s)', f."tableName" || '_current_patient', f."tableName", quote_literal(f."owner"));
    CONTINUE WHEN f."handling" = 'STAYS' OR NOT f.relrowsecurity
      OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = f.oid AND p.polname = 'merge_move');
    EXECUTE format('CREATE POLICY "merge_read" ON %I FOR SELECT USING (%s)', f."tableName", moving);
    EXECUTE format('CREATE POLICY "merge_move" ON %I FOR UPDATE USING (%s)', f."tableName", moving);
  END LOOP;
END $$;

-- ───────────────────────────── the guards let a move pass ─────────────────────────────

-- Whose it is moves with a merge and back; what is signed, recorded or agreed stays as it is to the letter.
CREATE OR REPLACE FUNCTION "encounter_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
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

CREATE OR REPLACE FUNCTION "attachment_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  part "Attachment";
  encounter record;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'an attachment never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  SELECT e."status", e."patientId" INTO encounter FROM "Encounter" e WHERE e."id" = part."encounterId" FOR NO KEY UPDATE;
  IF encounter."status" IS DISTINCT FROM 'DRAFT' THEN
    RAISE EXCEPTION 'the attachments of a signed encounter never change' USING ERRCODE = 'check_violation';
  END IF;
  IF part."patientId" <> encounter."patientId" THEN
    RAISE EXCEPTION 'an attachment belongs to the patient of its encounter' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' AND (SELECT count(*) FROM "Attachment" a WHERE a."encounterId" = part."encounterId") >= 20 THEN
    RAISE EXCEPTION 'an encounter has at most 20 attachments' USING ERRCODE = 'check_violation';
  END IF;
  RETURN part;
END $$;

CREATE OR REPLACE FUNCTION "prescription_document_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a prescription is never deleted' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."withdrawnAt" IS NOT NULL OR NOT EXISTS (
      SELECT FROM "Encounter" e WHERE e."id" = NEW."encounterId" AND e."status" = 'SIGNED'
        AND e."patientId" = NEW."patientId" AND e."doctorId" = NEW."doctorId"
        AND EXISTS (SELECT FROM "Prescription" p WHERE p."encounterId" = e."id")
    ) THEN
      RAISE EXCEPTION 'only a signed encounter with medicines has a prescription, its own' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."encounterId", NEW."patientId", NEW."doctorId") <> (OLD."encounterId", OLD."patientId", OLD."doctorId") THEN
    RAISE EXCEPTION 'whose prescription it is never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."withdrawnAt" IS NOT NULL THEN
    RAISE EXCEPTION 'what is withdrawn stays so' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."withdrawnAt" IS NOT NULL AND NEW."doctorId"::text IS DISTINCT FROM current_setting('app.doctor', true) THEN
    RAISE EXCEPTION 'only its doctor withdraws a prescription' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION "background_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an entry of a patient''s background is never deleted' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
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

-- A move is no new version.
CREATE OR REPLACE FUNCTION "keep_background_version"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."version" = OLD."version" THEN RETURN NULL; END IF;
  INSERT INTO "BackgroundVersion" ("entryId", "version", "patientId", "data", "changedById", "changedAs", "changedAt")
    VALUES (NEW."id", NEW."version", NEW."patientId",
      to_jsonb(NEW) - ARRAY['id', 'version', 'patientId', 'recordedById', 'recordedAs', 'recordedAt', 'changedById', 'changedAs', 'changedAt'],
      NEW."changedById", NEW."changedAs", NEW."changedAt");
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "background_history_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a version of an entry never changes' USING ERRCODE = 'check_violation';
END $$;

-- The three kinds of booking: whose they are is changed by a merge alone, and that is no new version.
CREATE FUNCTION "booking_moves_whole"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RAISE EXCEPTION 'whose booking it is never changes, but by a merge' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE
  booking text;
BEGIN
  FOREACH booking IN ARRAY ARRAY['Appointment', 'BedBooking', 'AmbulanceBooking'] LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', booking || '_guard', booking);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (NEW."patientId" <> OLD."patientId") EXECUTE FUNCTION "booking_moves_whole"()',
      booking || '_moves_whole', booking);
  END LOOP;
END $$;
CREATE TRIGGER "Appointment_guard" BEFORE UPDATE OF "status", "startsAt", "endsAt", "doctorId", "patientId", "version" ON "Appointment"
  FOR EACH ROW WHEN (NEW."patientId" = OLD."patientId") EXECUTE FUNCTION "appointment_guard"();
CREATE TRIGGER "BedBooking_guard" BEFORE UPDATE ON "BedBooking"
  FOR EACH ROW WHEN (NEW."patientId" = OLD."patientId") EXECUTE FUNCTION "bed_booking_guard"();
-- A call may begin without a patient, who is named later.
CREATE TRIGGER "AmbulanceBooking_guard" BEFORE UPDATE ON "AmbulanceBooking"
  FOR EACH ROW WHEN (OLD."patientId" IS NULL OR NEW."patientId" IS NOT DISTINCT FROM OLD."patientId") EXECUTE FUNCTION "ambulance_booking_guard"();

-- A record is merged and set free by a merge of this transaction alone, and its own facts rest meanwhile. No chains: what has
-- others merged into it isn't merged away, and nothing is merged into what is.
CREATE FUNCTION "patient_merge_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."mergedIntoId" IS NOT DISTINCT FROM OLD."mergedIntoId" THEN
    IF OLD."mergedIntoId" IS NOT NULL THEN
      RAISE EXCEPTION 'a merged record changes only by undoing the merge' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM "PatientMerge" m WHERE m."movingIn" = pg_current_xact_id()::text::bigint AND m."sourceId" = NEW."id"
      AND NEW."mergedIntoId" IS NOT DISTINCT FROM CASE WHEN m."undoneAt" IS NULL THEN m."survivorId" END
  ) THEN
    RAISE EXCEPTION 'records are merged and set free by merge_patients and unmerge_patients alone' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."mergedIntoId" IS NOT NULL AND (
    EXISTS (SELECT FROM "Patient" p WHERE p."mergedIntoId" = NEW."id")
    OR EXISTS (SELECT FROM "Patient" p WHERE p."id" = NEW."mergedIntoId" AND p."mergedIntoId" IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'merges form no chain' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Patient_merge_guard" BEFORE UPDATE ON "Patient" FOR EACH ROW
  WHEN (OLD."mergedIntoId" IS NOT NULL OR NEW."mergedIntoId" IS NOT NULL) EXECUTE FUNCTION "patient_merge_guard"();

-- As before; no access to a record that is merged away holds.
CREATE OR REPLACE VIEW "PatientAccessNow" AS
  SELECT a."id", a."userId", a."patientId", a."relation", a."scope", a."createdAt",
    a."scope" <> 'READ' AS "canBook", a."scope" <> 'BOOK' AS "canRead",
    -- Oneself; and parents without a last day, for as long as the child is one.
    a."relation" = 'SELF'
      OR (a."relation" = 'CHILD' AND a."scope" = 'ALL' AND a."untilMajority" AND a."expiresAt" IS NULL) AS "canManage"
  FROM "PatientAccess" a JOIN "Patient" p ON p."id" = a."patientId"
  WHERE (a."expiresAt" IS NULL OR a."expiresAt" > now())
    AND NOT (a."untilMajority" AND "is_of_age"(p."id", p."bornOn", a."userId", now()))
    AND p."mergedIntoId" IS NULL;

-- As before; a grant of a record that is merged away rests with it.
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
    AND NOT (g."untilMajority" AND "is_of_age"(p."id", p."bornOn", g."grantedById", now()));

-- ───────────────────────────── which may be one person ─────────────────────────────

-- Born on the same day, or with the same phone, and of a similar name; or of the same name where a date of birth is missing.
-- People of one family share a phone: with another date of birth the names have to be almost the same.
CREATE FUNCTION "likely_duplicates_of"(p "Patient") RETURNS TABLE ("otherId" uuid, "likeness" "Likeness") LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  SELECT c."id", min(c."likeness") FROM (
    SELECT o."id", 'NAME_AND_BIRTH'::"Likeness" AS "likeness"
    FROM (SELECT x."id", x."likeName" FROM "Patient" x WHERE x."bornOn" = p."bornOn" AND x."id" <> p."id" LIMIT 500) o
    WHERE similarity(o."likeName", p."likeName") >= 0.3
    UNION ALL
    SELECT o."id", 'NAME_AND_PHONE'
    FROM (SELECT x."id", x."likeName", x."bornOn" FROM "Patient" x WHERE x."phone" = p."phone" AND x."id" <> p."id" LIMIT 500) o
    WHERE similarity(o."likeName", p."likeName") >= CASE WHEN o."bornOn" <> p."bornOn" THEN 0.7 ELSE 0.3 END
    UNION ALL
    SELECT o."id", 'NAME'
    FROM (SELECT x."id", x."bornOn" FROM "Patient" x
          WHERE md5(x."searchWords"::text) = md5(p."searchWords"::text) AND x."id" <> p."id" LIMIT 500) o
    WHERE o."bornOn" IS NULL OR p."bornOn" IS NULL
  ) c GROUP BY c."id"
$$;

-- With the owner's rights: the application writes no pairs itself.
CREATE FUNCTION "keep_likely_duplicates"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM "LikelyDuplicate" d WHERE NEW."id" IN (d."firstId", d."secondId")
      AND NOT EXISTS (SELECT FROM "likely_duplicates_of"(NEW) l WHERE l."otherId" IN (d."firstId", d."secondId"));
  END IF;
  INSERT INTO "LikelyDuplicate" ("id", "firstId", "secondId", "likeness")
    SELECT gen_random_uuid(), least(NEW."id", l."otherId"), greatest(NEW."id", l."otherId"), l."likeness"
    FROM "likely_duplicates_of"(NEW) l ORDER BY l."otherId"
    ON CONFLICT ("firstId", "secondId") DO UPDATE SET "likeness" = EXCLUDED."likeness";
  RETURN NULL;
END $$;
CREATE TRIGGER "Patient_likely_duplicates" AFTER INSERT OR UPDATE OF "name", "bornOn", "phone" ON "Patient"
  FOR EACH ROW EXECUTE FUNCTION "keep_likely_duplicates"();

INSERT INTO "LikelyDuplicate" ("id", "firstId", "secondId", "likeness")
  SELECT gen_random_uuid(), p."id", l."otherId", l."likeness" FROM "Patient" p CROSS JOIN LATERAL "likely_duplicates_of"(p) l
  WHERE p."id" < l."otherId";

-- ───────────────────────────── merging ─────────────────────────────

-- Who has been at a hospital, or is expected. lib/domain/patients/policy.ts says the same.
CREATE FUNCTION "is_known_at"(hospital uuid, patient uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Appointment" a WHERE a."patientId" = patient AND a."hospitalId" = hospital AND a."holdExpiresAt" IS NULL)
    OR EXISTS (SELECT FROM "BedBooking" b WHERE b."patientId" = patient AND b."hospitalId" = hospital)
    OR EXISTS (SELECT FROM "AmbulanceBooking" c WHERE c."patientId" = patient AND c."hospitalId" = hospital)
$$;

-- What stands against merging `source` into `survivor` for a hospital's desk; null when nothing does.
CREATE FUNCTION "merge_obstacle"(hospital uuid, source uuid, survivor uuid) RETURNS text LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM "Patient" p WHERE p."id" IN (source, survivor) AND p."mergedIntoId" IS NOT NULL) THEN 'merged'
    WHEN source = survivor OR NOT "is_known_at"(hospital, source) OR NOT "is_known_at"(hospital, survivor) THEN 'not-known'
    WHEN EXISTS (SELECT FROM "Patient" p WHERE p."mergedIntoId" = source) THEN 'has-merged'
    WHEN EXISTS (SELECT FROM "PatientAccess" a WHERE a."patientId" = source AND a."relation" = 'SELF') THEN 'account'
    -- Nobody loses a right by a merge.
    WHEN EXISTS (
      SELECT FROM "PatientAccessNow" n WHERE n."patientId" = source AND NOT EXISTS (
        SELECT FROM "PatientAccessNow" s WHERE s."patientId" = survivor AND s."userId" = n."userId"
          AND s."canBook" >= n."canBook" AND s."canRead" >= n."canRead")) THEN 'others-act'
    WHEN EXISTS (
      SELECT FROM "Appointment" a JOIN "Appointment" b ON tstzrange(a."startsAt", a."endsAt", '[)') && tstzrange(b."startsAt", b."endsAt", '[)')
      WHERE a."patientId" = source AND b."patientId" = survivor
        AND a."status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')
        AND b."status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')) THEN 'appointments-overlap'
    WHEN EXISTS (SELECT FROM "BedBooking" b WHERE b."patientId" = source AND b."status" = 'ADMITTED')
      AND EXISTS (SELECT FROM "BedBooking" b WHERE b."patientId" = survivor AND b."status" = 'ADMITTED') THEN 'two-stays'
  END
$$;

-- Whether the acting account is staff of a hospital.
CREATE FUNCTION "acts_for_hospital"(hospital uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "HospitalStaff" s WHERE s."hospitalId" = hospital AND s."userId"::text = current_setting('app.actor', true))
$$;

-- Puts everything that refers to one record to the other: by `only`, the rows a merge has moved; without, all of them. What
-- follows something goes where that has gone.
CREATE FUNCTION "move_patient_rows"(p_merge uuid, p_from uuid, p_to uuid, p_back boolean) RETURNS void LANGUAGE plpgsql
  SET search_path = public, pg_temp AS $$
DECLARE
  f record;
BEGIN
  FOR f IN SELECT * FROM "patient_references"() r WHERE r."handling" <> 'STAYS' ORDER BY r."position" LOOP
    IF f."handling" = 'FOLLOWS' THEN
      EXECUTE format('UPDATE %I r SET "patientId" = $2 WHERE r."patientId" = $1 AND %s = $2', f."tableName", f."owner") USING p_from, p_to;
    ELSIF p_back THEN
      EXECUTE format('UPDATE %I r SET "patientId" = $2 FROM "PatientMergeRow" m
        WHERE m."mergeId" = $3 AND m."tableName" = $4 AND NOT m."isEnded" AND r."id" = m."rowId" AND r."patientId" = $1', f."tableName")
        USING p_from, p_to, p_merge, f."tableName";
    ELSE
      EXECUTE format('WITH moved AS (UPDATE %I r SET "patientId" = $2 WHERE r."patientId" = $1 RETURNING r."id")
        INSERT INTO "PatientMergeRow" ("mergeId", "tableName", "rowId") SELECT $3, $4, "id" FROM moved', f."tableName")
        USING p_from, p_to, p_merge, f."tableName";
    END IF;
  END LOOP;
END $$;

-- Takes both records, in one order for everyone: nothing new refers to either until the transaction ends.
CREATE FUNCTION "lock_patients"(one uuid, other uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('background:' || least(one, other), 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('background:' || greatest(one, other), 0));
  PERFORM FROM "Patient" p WHERE p."id" IN (one, other) ORDER BY p."id" FOR UPDATE;
END $$;

-- Merges `source` into `survivor`, in the name of the acting account, who is staff of the hospital. Returns what stands against
-- it, or null when it is done. `p_take` says which of name, bornOn and phone the survivor takes over. The owner's rights carry
-- it past what the application may write, and the policies below past row-level security, so all conditions are checked here.
CREATE FUNCTION "merge_patients"(p_merge uuid, p_hospital uuid, p_source uuid, p_survivor uuid, p_take text[]) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  obstacle text;
  uncovered text;
BEGIN
  IF NOT "acts_for_hospital"(p_hospital) THEN RETURN 'not-known'; END IF;
  SELECT string_agg(c.conrelid::regclass::text, ', ') INTO uncovered FROM pg_constraint c
    WHERE c.contype = 'f' AND c.confrelid = '"Patient"'::regclass
      AND NOT EXISTS (
        SELECT FROM "patient_references"() f JOIN pg_class t ON t.oid = format('%I', f."tableName")::regclass
        WHERE t.oid = c.conrelid AND (f."handling" = 'STAYS' OR NOT t.relrowsecurity
          OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'merge_move')));
  IF uncovered IS NOT NULL THEN
    RAISE EXCEPTION 'merging isn''t prepared for %', uncovered USING ERRCODE = 'feature_not_supported';
  END IF;
  PERFORM "lock_patients"(p_source, p_survivor);
  UPDATE "Appointment" SET "status" = 'EXPIRED', "version" = "version" + 1
    WHERE "patientId" IN (p_source, p_survivor) AND "status" = 'HELD' AND "holdExpiresAt" <= now();
  -- Nothing is emptied by a merge.
  p_take := ARRAY (
    SELECT t FROM unnest(p_take) t JOIN "Patient" s ON s."id" = p_source
    WHERE CASE t WHEN 'bornOn' THEN s."bornOn" IS NOT NULL WHEN 'phone' THEN s."phone" IS NOT NULL ELSE true END);
  obstacle := "merge_obstacle"(p_hospital, p_source, p_survivor);
  IF obstacle IS NULL AND p_take && ARRAY['name', 'bornOn'] AND EXISTS (SELECT FROM "PatientAccess" a WHERE a."patientId" = p_survivor)
    AND ('name' = ANY (p_take) OR EXISTS (SELECT FROM "Patient" p WHERE p."id" = p_survivor AND p."bornOn" IS NOT NULL)) THEN
    -- Who someone is, and when they are of age, is for those to say whose account it is.
    obstacle := 'account-decides';
  END IF;
  IF obstacle IS NOT NULL THEN RETURN obstacle; END IF;

  INSERT INTO "PatientMerge" ("id", "hospitalId", "sourceId", "survivorId", "taken", "nameBefore", "bornOnBefore", "phoneBefore", "mergedById", "mergedAt", "movingIn")
    SELECT p_merge, p_hospital, p_source, p."id", p_take, p."name", p."bornOn", p."phone", current_setting('app.actor')::uuid,
      clock_timestamp(), pg_current_xact_id()::text::bigint
    FROM "Patient" p WHERE p."id" = p_survivor;
  UPDATE "Patient" SET "mergedIntoId" = p_survivor, "version" = "version" + 1, "updatedAt" = now() WHERE "id" = p_source;
  UPDATE "Patient" p SET "version" = p."version" + 1, "updatedAt" = now(),
      "name" = CASE WHEN 'name' = ANY (p_take) THEN s."name" ELSE p."name" END,
      "bornOn" = CASE WHEN 'bornOn' = ANY (p_take) THEN s."bornOn" ELSE p."bornOn" END,
      "phone" = CASE WHEN 'phone' = ANY (p_take) THEN s."phone" ELSE p."phone" END
    FROM "Patient" s WHERE p."id" = p_survivor AND s."id" = p_source;

  -- "No known allergies" doesn't stand beside an allergy, and stands once: the later statement.
  WITH ended AS (
    UPDATE "NoKnownAllergies" n SET "endedAt" = now()
    WHERE n."patientId" IN (p_source, p_survivor) AND n."endedAt" IS NULL AND (
      EXISTS (SELECT FROM "Allergy" a WHERE a."patientId" IN (p_source, p_survivor) AND a."status" = 'ACTIVE')
      OR EXISTS (SELECT FROM "NoKnownAllergies" l WHERE l."patientId" IN (p_source, p_survivor) AND l."endedAt" IS NULL
        AND (l."statedAt", l."id") > (n."statedAt", n."id")))
    RETURNING n."id")
  INSERT INTO "PatientMergeRow" ("mergeId", "tableName", "rowId", "isEnded") SELECT p_merge, 'NoKnownAllergies', "id", true FROM ended;

  PERFORM "move_patient_rows"(p_merge, p_source, p_survivor, false);
  UPDATE "PatientMerge" SET "movingIn" = NULL WHERE "id" = p_merge;
  RETURN NULL;
END $$;

-- Undoes a merge: what it moved goes back, with what has been added to it since; the rest stays with the survivor. Returns
-- what stands against it, or null when it is done.
CREATE FUNCTION "unmerge_patients"(p_merge uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m "PatientMerge";
  later "PatientMerge";
  was "Patient";
  field text;
  ended record;
BEGIN
  SELECT * INTO m FROM "PatientMerge" x WHERE x."id" = p_merge FOR UPDATE;
  IF NOT FOUND OR NOT "acts_for_hospital"(m."hospitalId") THEN RETURN 'not-known'; END IF;
  IF m."undoneAt" IS NOT NULL THEN RETURN 'undone'; END IF;
  PERFORM "lock_patients"(m."sourceId", m."survivorId"), set_config('app.merging', m."survivorId"::text, true);
  UPDATE "PatientMerge" SET "undoneAt" = now(), "undoneById" = current_setting('app.actor')::uuid, "movingIn" = pg_current_xact_id()::text::bigint
    WHERE "id" = p_merge;
  UPDATE "Patient" SET "mergedIntoId" = NULL, "version" = "version" + 1, "updatedAt" = now() WHERE "id" = m."sourceId";

  -- The bed that a moved ambulance call has been given since belongs to the same person.
  INSERT INTO "PatientMergeRow" ("mergeId", "tableName", "rowId")
    SELECT p_merge, 'BedBooking', c."bedBookingId" FROM "PatientMergeRow" r JOIN "AmbulanceBooking" c ON c."id" = r."rowId"
    WHERE r."mergeId" = p_merge AND r."tableName" = 'AmbulanceBooking' AND c."bedBookingId" IS NOT NULL
    ON CONFLICT DO NOTHING;
  PERFORM "move_patient_rows"(p_merge, m."survivorId", m."sourceId", true);

  -- A statement that the merge ended holds again where nothing speaks against it; else the next merge answers for it.
  FOR ended IN
    SELECT n."id", n."patientId" FROM "PatientMergeRow" r JOIN "NoKnownAllergies" n ON n."id" = r."rowId"
    WHERE r."mergeId" = p_merge AND r."isEnded" ORDER BY n."statedAt" DESC, n."id" DESC
  LOOP
    IF EXISTS (SELECT FROM "Allergy" a WHERE a."patientId" = ended."patientId" AND a."status" = 'ACTIVE')
      OR EXISTS (SELECT FROM "NoKnownAllergies" n WHERE n."patientId" = ended."patientId" AND n."endedAt" IS NULL) THEN
      INSERT INTO "PatientMergeRow" ("mergeId", "tableName", "rowId", "isEnded")
        SELECT x."id", 'NoKnownAllergies', ended."id", true FROM "PatientMerge" x
        WHERE x."survivorId" = ended."patientId" AND x."undoneAt" IS NULL ORDER BY x."mergedAt" DESC, x."id" DESC LIMIT 1
        ON CONFLICT DO NOTHING;
    ELSE
      UPDATE "NoKnownAllergies" SET "endedAt" = NULL WHERE "id" = ended."id";
    END IF;
  END LOOP;

  -- A value that a later merge has replaced goes back there; one that was corrected since stays.
  SELECT * INTO was FROM "Patient" p WHERE p."id" = m."sourceId";
  FOREACH field IN ARRAY m."taken" LOOP
    SELECT * INTO later FROM "PatientMerge" x
      WHERE x."survivorId" = m."survivorId" AND x."undoneAt" IS NULL AND field = ANY (x."taken") AND (x."mergedAt", x."id") > (m."mergedAt", m."id")
      ORDER BY x."mergedAt", x."id" LIMIT 1;
    IF FOUND THEN
      UPDATE "PatientMerge" SET
          "nameBefore" = CASE WHEN field = 'name' THEN m."nameBefore" ELSE "nameBefore" END,
          "bornOnBefore" = CASE WHEN field = 'bornOn' THEN m."bornOnBefore" ELSE "bornOnBefore" END,
          "phoneBefore" = CASE WHEN field = 'phone' THEN m."phoneBefore" ELSE "phoneBefore" END
        WHERE "id" = later."id";
    ELSE
      UPDATE "Patient" p SET
          "name" = CASE WHEN field = 'name' AND p."name" = was."name" THEN m."nameBefore" ELSE p."name" END,
          "bornOn" = CASE WHEN field = 'bornOn' AND p."bornOn" IS NOT DISTINCT FROM was."bornOn" THEN m."bornOnBefore" ELSE p."bornOn" END,
          "phone" = CASE WHEN field = 'phone' AND p."phone" IS NOT DISTINCT FROM was."phone" THEN m."phoneBefore" ELSE p."phone" END
        WHERE p."id" = m."survivorId";
    END IF;
  END LOOP;
  UPDATE "Patient" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = m."survivorId";
  UPDATE "PatientMerge" SET "movingIn" = NULL WHERE "id" = p_merge;
  PERFORM set_config('app.merging', '', true);
  RETURN NULL;
END $$;

-- ───────────────────────────── row-level security ─────────────────────────────

-- The records of the merge, or the undo, that this very transaction is at: it moves rows that its actor may not read. The
-- functions above set and clear this; no one else can.
CREATE FUNCTION "moving_patients"() RETURNS uuid[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  working bigint := pg_current_xact_id_if_assigned()::text::bigint;
BEGIN
  IF working IS NULL THEN RETURN '{}'; END IF;
  RETURN coalesce((SELECT ARRAY[m."sourceId", m."survivorId"] FROM "PatientMerge" m WHERE m."movingIn" = working), '{}');
END $$;

SELECT "cover_patient_references"();

-- A merge is its hospital's; one that undoes another's neighbour sees that, too. The application has no right to write any.
ALTER TABLE "PatientMerge" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "merge_read" ON "PatientMerge" FOR SELECT
  USING ("acts_for_hospital"("hospitalId") OR "survivorId"::text = current_setting('app.merging', true));
CREATE POLICY "merge_add" ON "PatientMerge" FOR INSERT WITH CHECK ("acts_for_hospital"("hospitalId"));
CREATE POLICY "merge_change" ON "PatientMerge" FOR UPDATE
  USING ("acts_for_hospital"("hospitalId") OR "survivorId"::text = current_setting('app.merging', true));
ALTER TABLE "PatientMergeRow" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "merge_row_read" ON "PatientMergeRow" FOR SELECT USING (EXISTS (SELECT FROM "PatientMerge" m WHERE m."id" = "mergeId"));
CREATE POLICY "merge_row_add" ON "PatientMergeRow" FOR INSERT WITH CHECK (EXISTS (SELECT FROM "PatientMerge" m WHERE m."id" = "mergeId"));
ALTER TABLE "DifferentPeople" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "different_people" ON "DifferentPeople" USING ("acts_for_hospital"("hospitalId"));
