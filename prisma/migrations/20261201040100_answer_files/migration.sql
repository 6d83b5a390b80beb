-- Files as answers before a visit. Whose they are follows from the appointment, so that a merge of two records takes them along.

CREATE TABLE "AnswerFile" (
  "id" uuid NOT NULL,
  "appointmentId" uuid NOT NULL,
  "question" text NOT NULL,
  "fileId" uuid NOT NULL,
  "name" text NOT NULL,
  "type" text NOT NULL,
  "size" integer NOT NULL,
  "fingerprint" text NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "AnswerFile_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "AnswerFile_file" CHECK (
    "name" <> '' AND "size" > 0 AND "type" IN ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  )
);
CREATE UNIQUE INDEX "AnswerFile_fileId_key" ON "AnswerFile" ("fileId");
CREATE UNIQUE INDEX "AnswerFile_appointmentId_question_fingerprint_key" ON "AnswerFile" ("appointmentId", "question", "fingerprint");

ALTER TABLE "AnswerFile"
  ADD CONSTRAINT "AnswerFile_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "AnswerFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whether a file is among the answers that were sent, of those the actor reads.
CREATE FUNCTION "was_sent"(file "AnswerFile") RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "SubmittedAnswers" s
    WHERE s."appointmentId" = file."appointmentId" AND s."answers" -> file."question" ? file."id"::text)
$$;

-- Whether the actor answers for the patient of an appointment.
CREATE FUNCTION "answers_for"(appointment uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "Appointment" a WHERE a."id" = appointment AND a."patientId" = ANY ("kept_patients"()))
$$;

-- As long as answers can be given (answer_sheet_guard). What was sent stays. The appointment is locked, so that a step of the visit
-- and a file come one after the other, and two files, too.
CREATE FUNCTION "answer_file_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  part "AnswerFile";
  status text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'a file of an answer never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  SELECT a."status"::text INTO status FROM "Appointment" a WHERE a."id" = part."appointmentId" FOR NO KEY UPDATE;
  IF NOT (status IN ('PENDING', 'CONFIRMED', 'CHECKED_IN') OR (status = 'IN_PROGRESS' AND NOT EXISTS (
    SELECT FROM "AnswerSheet" s WHERE s."appointmentId" = part."appointmentId" AND s."submissions" > 0))) THEN
    RAISE EXCEPTION 'the visit has begun' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' AND "was_sent"(OLD) THEN
    RAISE EXCEPTION 'answers that were sent never change' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' AND (SELECT count(*) FROM "AnswerFile" f WHERE f."appointmentId" = part."appointmentId") >= 20 THEN
    RAISE EXCEPTION 'the answers before a visit have at most 20 files' USING ERRCODE = 'check_violation';
  END IF;
  RETURN part;
END $$;
CREATE TRIGGER "AnswerFile_guard" BEFORE INSERT OR UPDATE OR DELETE ON "AnswerFile"
  FOR EACH ROW EXECUTE FUNCTION "answer_file_guard"();

-- As the answers themselves: those that weren't sent belong to the patient's side alone.
ALTER TABLE "AnswerFile" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "file_read" ON "AnswerFile" FOR SELECT USING ("answers_for"("appointmentId") OR "was_sent"("AnswerFile"));
CREATE POLICY "file_add" ON "AnswerFile" FOR INSERT WITH CHECK ("answers_for"("appointmentId"));
CREATE POLICY "file_remove" ON "AnswerFile" FOR DELETE USING ("answers_for"("appointmentId"));
