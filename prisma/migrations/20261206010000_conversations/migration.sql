-- Messages about a visit between the patient's side and the practice (docs/decisions/0063). Whose they are follows from the
-- appointment, so that a merge of two records takes them along.

CREATE TYPE "ConversationSide" AS ENUM ('PATIENT', 'PROXY', 'DOCTOR', 'DESK');

-- That there is a thread, and how far it is; no word of it. Kept by the trigger of its messages.
CREATE TABLE "Conversation" (
  "appointmentId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  "hospitalId" uuid,
  "latest" integer NOT NULL,
  "latestFromPatient" integer NOT NULL DEFAULT 0,
  "latestFromPractice" integer NOT NULL DEFAULT 0,
  "isUnreadByDoctor" boolean NOT NULL DEFAULT false,
  "isUnreadByDesk" boolean NOT NULL DEFAULT false,
  "lastAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Conversation_pkey" PRIMARY KEY ("appointmentId"),
  CONSTRAINT "Conversation_latest" CHECK ("latest" > 0 AND "latest" = greatest("latestFromPatient", "latestFromPractice"))
);
CREATE INDEX "Conversation_patientId_lastAt_appointmentId_idx" ON "Conversation" ("patientId", "lastAt", "appointmentId");
CREATE INDEX "Conversation_doctorId_isUnreadByDoctor_lastAt_appointmentId_idx"
  ON "Conversation" ("doctorId", "isUnreadByDoctor", "lastAt", "appointmentId");
CREATE INDEX "Conversation_hospitalId_isUnreadByDesk_lastAt_appointmentId_idx"
  ON "Conversation" ("hospitalId", "isUnreadByDesk", "lastAt", "appointmentId");

CREATE TABLE "Communication" (
  "id" uuid NOT NULL,
  "appointmentId" uuid NOT NULL,
  "number" integer NOT NULL DEFAULT 0,
  "side" "ConversationSide" NOT NULL,
  "authorId" uuid NOT NULL,
  "encryptedText" bytea,
  "plainText" jsonb,
  "fileId" uuid,
  "fileType" text,
  "fileSize" integer,
  "requestKey" uuid,
  "sentAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Communication_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Communication_text" CHECK (num_nonnulls("plainText", "encryptedText") = 1),
  CONSTRAINT "Communication_size" CHECK (octet_length("encryptedText") BETWEEN 47 AND 4000000),
  CONSTRAINT "Communication_file" CHECK (
    num_nonnulls("fileId", "fileType", "fileSize") IN (0, 3) AND "fileSize" > 0
    AND "fileType" IN ('application/pdf', 'image/jpeg', 'image/png', 'image/webp'))
);
CREATE UNIQUE INDEX "Communication_appointmentId_number_key" ON "Communication" ("appointmentId", "number");
CREATE UNIQUE INDEX "Communication_fileId_key" ON "Communication" ("fileId");
CREATE UNIQUE INDEX "Communication_appointmentId_authorId_requestKey_key" ON "Communication" ("appointmentId", "authorId", "requestKey");
CREATE INDEX "Communication_plain" ON "Communication" ("id") WHERE "plainText" IS NOT NULL;

-- Up to which message someone has read.
CREATE TABLE "ConversationRead" (
  "appointmentId" uuid NOT NULL,
  "userId" uuid NOT NULL,
  "side" "ConversationSide" NOT NULL,
  "upTo" integer NOT NULL,
  "readAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ConversationRead_pkey" PRIMARY KEY ("appointmentId", "userId"),
  CONSTRAINT "ConversationRead_upTo" CHECK ("upTo" > 0)
);
CREATE INDEX "ConversationRead_userId_idx" ON "ConversationRead" ("userId");

-- Sentences a doctor or a hospital writes again and again, without anything about a person.
CREATE TABLE "CommunicationTemplate" (
  "id" uuid NOT NULL,
  "doctorId" uuid,
  "hospitalId" uuid,
  "text" text NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "CommunicationTemplate_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "CommunicationTemplate_owner" CHECK (num_nonnulls("doctorId", "hospitalId") = 1),
  CONSTRAINT "CommunicationTemplate_text" CHECK ("text" <> '')
);
CREATE UNIQUE INDEX "CommunicationTemplate_doctorId_text_key" ON "CommunicationTemplate" ("doctorId", "text");
CREATE UNIQUE INDEX "CommunicationTemplate_hospitalId_text_key" ON "CommunicationTemplate" ("hospitalId", "text");

ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Conversation_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Conversation_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Conversation_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Communication"
  ADD CONSTRAINT "Communication_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Conversation" ("appointmentId") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Communication_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Communication_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ConversationRead"
  ADD CONSTRAINT "ConversationRead_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Conversation" ("appointmentId") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "ConversationRead_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CommunicationTemplate"
  ADD CONSTRAINT "CommunicationTemplate_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "CommunicationTemplate_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── what was sent stays ─────────────────────────────

-- As lib/domain/conversations/status.ts says: from the booking until a week after the visit, and at most 30 messages of a side
-- within an hour. The appointment is locked, so that a step of the visit and a message come one after the other; the thread's row
-- gives its messages their numbers.
CREATE FUNCTION "communication_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  visit record;
  "fromPatient" boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND "is_encryption"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'a message that was sent never changes' USING ERRCODE = 'check_violation';
  END IF;
  SELECT a."status"::text AS "status", a."endsAt", a."patientId", a."doctorId", a."hospitalId" INTO visit
    FROM "Appointment" a WHERE a."id" = NEW."appointmentId" FOR NO KEY UPDATE;
  IF visit."status" IS NULL OR visit."status" IN ('HELD', 'DECLINED', 'CANCELLED', 'EXPIRED')
     OR visit."endsAt" + interval '7 days' <= now() THEN
    RAISE EXCEPTION 'messages about this visit are closed' USING ERRCODE = 'check_violation';
  END IF;
  "fromPatient" := NEW."side" IN ('PATIENT', 'PROXY');
  IF (SELECT count(*) FROM "Communication" c WHERE c."appointmentId" = NEW."appointmentId"
        AND c."sentAt" > now() - interval '1 hour' AND (c."side" IN ('PATIENT', 'PROXY')) = "fromPatient") >= 30 THEN
    RAISE EXCEPTION 'a side writes at most 30 messages an hour' USING ERRCODE = 'check_violation';
  END IF;
  NEW."sentAt" := clock_timestamp();
  INSERT INTO "Conversation" AS c ("appointmentId", "patientId", "doctorId", "hospitalId", "latest", "latestFromPatient", "latestFromPractice",
      "isUnreadByDoctor", "isUnreadByDesk", "lastAt")
    VALUES (NEW."appointmentId", visit."patientId", visit."doctorId", visit."hospitalId", 1, "fromPatient"::int, (NOT "fromPatient")::int,
      "fromPatient", "fromPatient", NEW."sentAt")
    ON CONFLICT ("appointmentId") DO UPDATE SET "latest" = c."latest" + 1, "lastAt" = NEW."sentAt",
      "latestFromPatient" = CASE WHEN "fromPatient" THEN c."latest" + 1 ELSE c."latestFromPatient" END,
      "latestFromPractice" = CASE WHEN "fromPatient" THEN c."latestFromPractice" ELSE c."latest" + 1 END,
      -- An answer from the practice settles it for all of the practice.
      "isUnreadByDoctor" = "fromPatient", "isUnreadByDesk" = "fromPatient"
    RETURNING c."latest" INTO NEW."number";
  RETURN NEW;
END $$;
CREATE TRIGGER "Communication_guard" BEFORE INSERT OR UPDATE OR DELETE ON "Communication"
  FOR EACH ROW EXECUTE FUNCTION "communication_guard"();
CREATE TRIGGER "Communication_text_in" BEFORE INSERT ON "Communication" FOR EACH ROW EXECUTE FUNCTION "text_is_encrypted"();
CREATE TRIGGER "Communication_text_changed" BEFORE UPDATE ON "Communication" FOR EACH ROW
  WHEN (NEW."plainText" IS DISTINCT FROM OLD."plainText" OR NEW."encryptedText" IS DISTINCT FROM OLD."encryptedText")
  EXECUTE FUNCTION "text_is_encrypted"();

-- A read mark only moves on.
CREATE FUNCTION "conversation_read_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW."appointmentId", NEW."userId") <> (OLD."appointmentId", OLD."userId") OR NEW."upTo" < OLD."upTo" THEN
    RAISE EXCEPTION 'what was read stays read' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ConversationRead_guard" BEFORE UPDATE ON "ConversationRead"
  FOR EACH ROW EXECUTE FUNCTION "conversation_read_guard"();

-- A visit that moves to another place or doctor takes its thread along.
CREATE FUNCTION "conversation_follows"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Conversation" SET "doctorId" = NEW."doctorId", "hospitalId" = NEW."hospitalId" WHERE "appointmentId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Appointment_conversation" AFTER UPDATE OF "doctorId", "hospitalId" ON "Appointment" FOR EACH ROW
  WHEN ((NEW."doctorId", NEW."hospitalId") IS DISTINCT FROM (OLD."doctorId", OLD."hospitalId"))
  EXECUTE FUNCTION "conversation_follows"();

-- ───────────────────────────── row-level security ─────────────────────────────

-- As lib/domain/conversations/policy.ts says: who sees the appointment reads, who books for the patient writes for their side,
-- the doctor and the desk of the visit for the practice. There is no policy to change or remove.
ALTER TABLE "Communication" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "message_read" ON "Communication" FOR SELECT USING (EXISTS (
  SELECT FROM "Appointment" a WHERE a."id" = "appointmentId" AND a."holdExpiresAt" IS NULL AND (
    a."doctorId" = (SELECT "acting_doctor"())
    OR a."hospitalId" = ANY ((SELECT "staffed_hospitals"())::uuid[])
    OR a."patientId" = ANY ((SELECT "seen_patients"())::uuid[]))));
CREATE POLICY "message_send" ON "Communication" FOR INSERT WITH CHECK ("authorId" = (SELECT "acting_user"()) AND EXISTS (
  SELECT FROM "Appointment" a WHERE a."id" = "appointmentId" AND a."holdExpiresAt" IS NULL AND CASE "side"
    WHEN 'DOCTOR' THEN a."doctorId" = (SELECT "acting_doctor"())
    WHEN 'DESK' THEN a."hospitalId" = ANY ((SELECT "staffed_hospitals"())::uuid[])
    ELSE a."patientId" = ANY ((SELECT "booked_patients"())::uuid[]) END));
CREATE POLICY "encrypt_read" ON "Communication" FOR SELECT USING (
  "id" = ANY ((SELECT "rows_to_encrypt"())::uuid[]) OR ("plainText" IS NOT NULL AND (SELECT "is_encrypting"())));
CREATE POLICY "encrypt_write" ON "Communication" FOR UPDATE USING ("id" = ANY ((SELECT "rows_to_encrypt"())::uuid[]))
  WITH CHECK ("plainText" IS NULL AND "encryptedText" IS NOT NULL);

-- ───────────────────────────── two records of one person ─────────────────────────────

INSERT INTO "PatientReference" ("tableName", "position", "handling", "owner") VALUES
  ('Conversation', 63, 'FOLLOWS', '(SELECT a."patientId" FROM "Appointment" a WHERE a."id" = r."appointmentId")');
SELECT "cover_patient_references"();

-- ───────────────────────────── the audit trail ─────────────────────────────

-- lib/domain/audit/status.ts has the same list; a test compares them.
CREATE OR REPLACE FUNCTION "is_clinical"(action text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN split_part(action, '.', 1) IN ('encounter', 'addendum', 'observation', 'diagnosis', 'prescription', 'attachment', 'document',
    'allergy', 'condition', 'answers', 'conversation');

-- As before; and messages about a visit are read and written by those who only book for the patient, too, and by the desk of
-- the visit's hospital, which runs the visit.
CREATE OR REPLACE FUNCTION "audit_purpose"(e "AuditEntry") RETURNS "AuditPurpose" LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN e."via" = 'link' THEN (
      SELECT 'SHARED'::"AuditPurpose" FROM "LinkReaderNow" n
      WHERE n."openingId" = "acting_opening"() AND n."patientId" = e."patientId" AND n."part" = "link_part_of"(e."action") LIMIT 1)
    WHEN e."actorUserId" IS NULL THEN 'OPERATIONS'::"AuditPurpose"
    WHEN split_part(e."action", '.', 1) = 'conversation' THEN coalesce(
      (SELECT CASE a."relation" WHEN 'SELF' THEN 'PATIENT_REQUEST' ELSE 'PROXY' END::"AuditPurpose" FROM "PatientAccessNow" a
        WHERE a."userId" = e."actorUserId" AND a."patientId" = e."patientId"),
      (SELECT 'TREATMENT'::"AuditPurpose" FROM "Appointment" v JOIN "Doctor" d ON d."id" = v."doctorId"
        WHERE v."id" = e."subjectId" AND v."patientId" = e."patientId" AND d."userId" = e."actorUserId"),
      (SELECT 'OPERATIONS'::"AuditPurpose" FROM "Appointment" v JOIN "HospitalStaff" s ON s."hospitalId" = v."hospitalId"
        WHERE v."id" = e."subjectId" AND v."patientId" = e."patientId" AND s."userId" = e."actorUserId"))
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
