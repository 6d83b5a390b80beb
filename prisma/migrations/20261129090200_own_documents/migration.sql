-- Documents that patients keep with their record: letters, reports, photos, as files (StoredFile).

CREATE TYPE "DocumentKind" AS ENUM ('LETTER', 'REPORT', 'PHOTO', 'OTHER');

CREATE TABLE "PatientDocument" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "fileId" uuid NOT NULL,
  "title" text NOT NULL,
  "kind" "DocumentKind" NOT NULL,
  "datedOn" date NOT NULL,
  "type" text NOT NULL,
  "size" integer NOT NULL,
  "fingerprint" text NOT NULL,
  "addedById" uuid,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "PatientDocument_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PatientDocument_file" CHECK (
    "title" <> '' AND "size" > 0 AND "type" IN ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  )
);
CREATE UNIQUE INDEX "PatientDocument_fileId_key" ON "PatientDocument" ("fileId");
CREATE UNIQUE INDEX "PatientDocument_patientId_fingerprint_key" ON "PatientDocument" ("patientId", "fingerprint");
CREATE INDEX "PatientDocument_patientId_datedOn_id_idx" ON "PatientDocument" ("patientId", "datedOn", "id");

ALTER TABLE "PatientDocument"
  ADD CONSTRAINT "PatientDocument_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PatientDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PatientDocument_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The use case takes the same lock before it reads, so that this only stops what goes around it.
CREATE FUNCTION "document_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'a document is added and removed, never changed' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('documents:' || NEW."patientId", 0));
  IF (SELECT count(*) FROM "PatientDocument" d WHERE d."patientId" = NEW."patientId") >= 200 THEN
    RAISE EXCEPTION 'a patient has at most 200 documents' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PatientDocument_guard" BEFORE INSERT OR UPDATE ON "PatientDocument"
  FOR EACH ROW EXECUTE FUNCTION "document_guard"();

-- Read as the notes are; added and removed by those with the whole right, not by doctors.
ALTER TABLE "PatientDocument" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "document_read" ON "PatientDocument" FOR SELECT USING (
  "patientId" = ANY ((SELECT "readable_patients"())::uuid[]) OR "reads_notes"("patientId"));
CREATE POLICY "document_add" ON "PatientDocument" FOR INSERT WITH CHECK ("patientId" = ANY ((SELECT "kept_patients"())::uuid[]));
CREATE POLICY "document_remove" ON "PatientDocument" FOR DELETE USING ("patientId" = ANY ((SELECT "kept_patients"())::uuid[]));

-- Documents are clinical data: an entry of the audit trail on one has a patient and a purpose.
CREATE OR REPLACE FUNCTION "is_clinical"(action text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN split_part(action, '.', 1) IN ('encounter', 'addendum', 'observation', 'diagnosis', 'prescription', 'attachment', 'document',
    'allergy', 'condition', 'answers');

-- ───────────────────────────── merging two records of a patient ─────────────────────────────

-- The same list, and documents: remembered one by one, as allergies and conditions are.
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
    (90, 'Patient', 'STAYS', NULL),
    (91, 'LikelyDuplicate', 'STAYS', NULL),
    (92, 'DifferentPeople', 'STAYS', NULL),
    (93, 'PatientMerge', 'STAYS', NULL)
$$;
SELECT "cover_patient_references"();
