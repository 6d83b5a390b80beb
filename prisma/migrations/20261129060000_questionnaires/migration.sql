-- Before the visit: what a doctor or a hospital asks for a service, in versions that never change, and what the patient answers.

CREATE TABLE "Questionnaire" (
  "id" uuid NOT NULL,
  "doctorId" uuid,
  "hospitalId" uuid,
  "serviceId" uuid NOT NULL,
  "draft" jsonb NOT NULL DEFAULT '[]',
  "published" integer NOT NULL DEFAULT 0,
  "isAsked" boolean NOT NULL DEFAULT false,
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Questionnaire_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Questionnaire_owner" CHECK (num_nonnulls("doctorId", "hospitalId") = 1),
  CONSTRAINT "Questionnaire_draft" CHECK (jsonb_typeof("draft") = 'array'),
  CONSTRAINT "Questionnaire_asked" CHECK (NOT "isAsked" OR "published" > 0)
);
CREATE UNIQUE INDEX "Questionnaire_doctorId_serviceId_key" ON "Questionnaire" ("doctorId", "serviceId");
CREATE UNIQUE INDEX "Questionnaire_hospitalId_serviceId_key" ON "Questionnaire" ("hospitalId", "serviceId");
CREATE INDEX "Questionnaire_doctorId_createdAt_id_idx" ON "Questionnaire" ("doctorId", "createdAt", "id");
CREATE INDEX "Questionnaire_hospitalId_createdAt_id_idx" ON "Questionnaire" ("hospitalId", "createdAt", "id");
CREATE INDEX "Questionnaire_serviceId_idx" ON "Questionnaire" ("serviceId");

CREATE TABLE "QuestionnaireVersion" (
  "questionnaireId" uuid NOT NULL,
  "number" integer NOT NULL,
  "questions" jsonb NOT NULL,
  "publishedById" uuid,
  "publishedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "QuestionnaireVersion_pkey" PRIMARY KEY ("questionnaireId", "number"),
  CONSTRAINT "QuestionnaireVersion_questions" CHECK (
    jsonb_typeof("questions") = 'array' AND jsonb_array_length("questions") BETWEEN 1 AND 50
  )
);

CREATE TABLE "AnswerSheet" (
  "appointmentId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "questionnaireId" uuid NOT NULL,
  "number" integer NOT NULL,
  "submissions" integer NOT NULL DEFAULT 0,
  "submittedAt" timestamptz(3),
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "AnswerSheet_pkey" PRIMARY KEY ("appointmentId"),
  CONSTRAINT "AnswerSheet_submitted" CHECK (("submissions" > 0) = ("submittedAt" IS NOT NULL))
);
CREATE INDEX "AnswerSheet_patientId_idx" ON "AnswerSheet" ("patientId");
CREATE INDEX "AnswerSheet_questionnaireId_number_idx" ON "AnswerSheet" ("questionnaireId", "number");

CREATE TABLE "AnswerDraft" (
  "appointmentId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "answers" jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT "AnswerDraft_pkey" PRIMARY KEY ("appointmentId"),
  CONSTRAINT "AnswerDraft_answers" CHECK (jsonb_typeof("answers") = 'object')
);
CREATE INDEX "AnswerDraft_patientId_idx" ON "AnswerDraft" ("patientId");

CREATE TABLE "SubmittedAnswers" (
  "appointmentId" uuid NOT NULL,
  "number" integer NOT NULL,
  "patientId" uuid NOT NULL,
  "answers" jsonb NOT NULL,
  "submittedById" uuid,
  "submittedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SubmittedAnswers_pkey" PRIMARY KEY ("appointmentId", "number"),
  CONSTRAINT "SubmittedAnswers_answers" CHECK (jsonb_typeof("answers") = 'object')
);
CREATE INDEX "SubmittedAnswers_patientId_idx" ON "SubmittedAnswers" ("patientId");

ALTER TABLE "Questionnaire"
  ADD CONSTRAINT "Questionnaire_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Questionnaire_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Questionnaire_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "QuestionnaireVersion"
  ADD CONSTRAINT "QuestionnaireVersion_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "Questionnaire" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "QuestionnaireVersion_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AnswerSheet"
  ADD CONSTRAINT "AnswerSheet_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AnswerSheet_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AnswerSheet_questionnaireId_number_fkey" FOREIGN KEY ("questionnaireId", "number") REFERENCES "QuestionnaireVersion" ("questionnaireId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AnswerDraft"
  ADD CONSTRAINT "AnswerDraft_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "AnswerSheet" ("appointmentId") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AnswerDraft_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SubmittedAnswers"
  ADD CONSTRAINT "SubmittedAnswers_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "AnswerSheet" ("appointmentId") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "SubmittedAnswers_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "SubmittedAnswers_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── what was published or sent stands ─────────────────────────────

CREATE FUNCTION "questionnaire_version_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "QuestionnaireVersion_guard" BEFORE UPDATE OR DELETE ON "QuestionnaireVersion"
  FOR EACH ROW EXECUTE FUNCTION "questionnaire_version_guard"();

-- Begun and corrected until the visit begins; sent for the first time while it lasts, too. The appointment is locked, so
-- that a step of the visit and a change of its answers come one after the other.
CREATE FUNCTION "answer_sheet_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  visit record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an answer sheet is never deleted' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  SELECT a."patientId", a."status"::text AS "status" INTO visit
    FROM "Appointment" a WHERE a."id" = NEW."appointmentId" FOR SHARE;
  IF NEW."patientId" <> visit."patientId" THEN
    RAISE EXCEPTION 'an answer sheet belongs to the patient of its appointment' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."submissions" <> 0 THEN
      RAISE EXCEPTION 'an answer sheet begins with nothing sent' USING ERRCODE = 'check_violation';
    END IF;
  ELSE
    IF (NEW."appointmentId", NEW."questionnaireId", NEW."number") <> (OLD."appointmentId", OLD."questionnaireId", OLD."number") THEN
      RAISE EXCEPTION 'an answer sheet keeps its questions' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."version" <> OLD."version" + 1 OR NEW."submissions" NOT IN (OLD."submissions", OLD."submissions" + 1) THEN
      RAISE EXCEPTION 'each change of an answer sheet is a new version' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NOT (visit."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN')
          OR (visit."status" = 'IN_PROGRESS' AND (TG_OP = 'INSERT' OR OLD."submissions" = 0))) THEN
    RAISE EXCEPTION 'the visit has begun' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AnswerSheet_guard" BEFORE INSERT OR UPDATE OR DELETE ON "AnswerSheet"
  FOR EACH ROW EXECUTE FUNCTION "answer_sheet_guard"();

CREATE FUNCTION "answers_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  sheet record;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'SubmittedAnswers') THEN
    RAISE EXCEPTION 'answers that were sent never change' USING ERRCODE = 'check_violation';
  END IF;
  SELECT s."patientId", s."submissions" INTO sheet FROM "AnswerSheet" s WHERE s."appointmentId" = NEW."appointmentId";
  IF NEW."patientId" <> sheet."patientId" THEN
    RAISE EXCEPTION 'answers belong to the patient of their sheet' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_TABLE_NAME = 'SubmittedAnswers' THEN
    IF NEW."number" <> sheet."submissions" THEN
      RAISE EXCEPTION 'answers are sent one after the other' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AnswerDraft_guard" BEFORE INSERT OR UPDATE OR DELETE ON "AnswerDraft"
  FOR EACH ROW EXECUTE FUNCTION "answers_guard"();
CREATE TRIGGER "SubmittedAnswers_guard" BEFORE INSERT OR UPDATE OR DELETE ON "SubmittedAnswers"
  FOR EACH ROW EXECUTE FUNCTION "answers_guard"();

-- ───────────────────────────── row-level security ─────────────────────────────

-- As lib/domain/questionnaires/policy.ts says: what is being typed belongs to the patient's side; what was sent is also read by
-- the doctor of the visit, unless that was called off.
ALTER TABLE "AnswerDraft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "answers_keep" ON "AnswerDraft"
  USING ("patientId" = ANY ((SELECT "kept_patients"())::uuid[])) WITH CHECK ("patientId" = ANY ((SELECT "kept_patients"())::uuid[]));

ALTER TABLE "SubmittedAnswers" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "answers_read" ON "SubmittedAnswers" FOR SELECT USING (
  "patientId" = ANY ((SELECT "readable_patients"())::uuid[])
  OR EXISTS (
    SELECT FROM "Appointment" a
    WHERE a."id" = "appointmentId" AND a."doctorId"::text = current_setting('app.doctor', true)
      AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')
  )
);
CREATE POLICY "answers_send" ON "SubmittedAnswers" FOR INSERT WITH CHECK ("patientId" = ANY ((SELECT "kept_patients"())::uuid[]));

-- ───────────────────────────── what refers to a patient ─────────────────────────────

-- The list of docs/decisions/0052, with these tables; their guards let a move pass.
CREATE OR REPLACE FUNCTION "patient_references"() RETURNS TABLE ("position" int, "tableName" text, "handling" text, "owner" text)
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

-- ───────────────────────────── audit ─────────────────────────────

-- lib/domain/audit/status.ts has the same list; a test compares them.
CREATE OR REPLACE FUNCTION "is_clinical"(action text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN split_part(action, '.', 1) IN
    ('encounter', 'addendum', 'observation', 'diagnosis', 'prescription', 'attachment', 'allergy', 'condition', 'answers');
