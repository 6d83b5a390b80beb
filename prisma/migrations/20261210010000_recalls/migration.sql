-- A doctor asks a patient to come again around a month, to be booked by the patient (docs/decisions/0067).

CREATE TYPE "RecallStatus" AS ENUM ('OPEN', 'DISMISSED', 'REMOVED');

-- That someone is to come again, and when; why is beside it.
CREATE TABLE "Recall" (
  "id" uuid NOT NULL,
  "appointmentId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  "month" date NOT NULL,
  "dueAt" timestamptz(3) NOT NULL,
  "tellAt" timestamptz(3),
  "toldAt" timestamptz(3),
  "status" "RecallStatus" NOT NULL DEFAULT 'OPEN',
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "endedAt" timestamptz(3),
  CONSTRAINT "Recall_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Recall_month" CHECK (extract(day FROM "month") = 1),
  CONSTRAINT "Recall_told" CHECK (num_nonnulls("tellAt", "toldAt") <= 1),
  CONSTRAINT "Recall_ended" CHECK (("endedAt" IS NULL) = ("status" = 'OPEN'))
);
CREATE INDEX "Recall_appointmentId_idx" ON "Recall" ("appointmentId");
CREATE INDEX "Recall_patientId_month_id_idx" ON "Recall" ("patientId", "month", "id");
CREATE INDEX "Recall_doctorId_month_id_idx" ON "Recall" ("doctorId", "month", "id");
CREATE INDEX "Recall_to_tell" ON "Recall" ("tellAt") WHERE "status" = 'OPEN';

CREATE TABLE "RecallReason" (
  "id" uuid NOT NULL,
  "encryptedText" bytea,
  "plainText" jsonb,
  CONSTRAINT "RecallReason_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RecallReason_text" CHECK (num_nonnulls("plainText", "encryptedText") = 1),
  CONSTRAINT "RecallReason_size" CHECK (octet_length("encryptedText") BETWEEN 47 AND 4000000)
);
CREATE INDEX "RecallReason_plain" ON "RecallReason" ("id") WHERE "plainText" IS NOT NULL;

ALTER TABLE "Recall"
  ADD CONSTRAINT "Recall_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Recall_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Recall_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RecallReason"
  ADD CONSTRAINT "RecallReason_id_fkey" FOREIGN KEY ("id") REFERENCES "Recall" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── its life ─────────────────────────────

-- As RECALL_LIFE_CYCLE declares it. Set in a visit that has begun, by its doctor and for its patient, neither of whom changes.
CREATE FUNCTION "recall_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (
      SELECT FROM "Appointment" a WHERE a."id" = NEW."appointmentId" AND a."status" IN ('IN_PROGRESS', 'COMPLETED')
        AND (a."patientId", a."doctorId") = (NEW."patientId", NEW."doctorId")
    ) THEN
      RAISE EXCEPTION 'a recall is set in a visit of the doctor''s that has begun' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW."patientId" <> OLD."patientId" AND "is_merge_move"(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF OLD."status" <> 'OPEN' THEN
    RAISE EXCEPTION 'a recall cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  -- When it is told is the worker's to write down.
  IF to_jsonb(NEW) - ARRAY['tellAt', 'toldAt'] = to_jsonb(OLD) - ARRAY['tellAt', 'toldAt'] THEN RETURN NEW; END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of a recall raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  IF to_jsonb(NEW) - ARRAY['month', 'dueAt', 'tellAt', 'toldAt', 'status', 'version', 'endedAt']
     <> to_jsonb(OLD) - ARRAY['month', 'dueAt', 'tellAt', 'toldAt', 'status', 'version', 'endedAt'] THEN
    RAISE EXCEPTION 'whose recall it is never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Recall_guard" BEFORE INSERT OR UPDATE ON "Recall" FOR EACH ROW EXECUTE FUNCTION "recall_guard"();

CREATE TRIGGER "RecallReason_text_in" BEFORE INSERT ON "RecallReason" FOR EACH ROW EXECUTE FUNCTION "text_is_encrypted"();
CREATE TRIGGER "RecallReason_text_changed" BEFORE UPDATE ON "RecallReason" FOR EACH ROW
  WHEN (NEW."plainText" IS DISTINCT FROM OLD."plainText" OR NEW."encryptedText" IS DISTINCT FROM OLD."encryptedText")
  EXECUTE FUNCTION "text_is_encrypted"();

-- The one rule of when an appointment is what a recall asked for: booked after it was set, for a time from a month before its
-- month until three months after it; booked once the month has begun, for any time from then on.
CREATE FUNCTION "meets_recall"(month date, set_at timestamptz, starts_at timestamptz, booked_at timestamptz) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN booked_at > set_at
    AND starts_at >= (month - interval '1 month') AT TIME ZONE 'UTC'
    AND (starts_at < (month + interval '4 months') AT TIME ZONE 'UTC' OR booked_at >= month::timestamp AT TIME ZONE 'UTC');

-- What has become of each recall now. An appointment that is called off no longer counts, and the recall is open again.
CREATE VIEW "RecallNow" AS
  SELECT r."id", r."appointmentId", r."patientId", r."doctorId", r."month", r."dueAt", r."tellAt", r."toldAt", r."version", r."createdAt", r."endedAt",
    CASE WHEN r."status" <> 'OPEN' THEN r."status"::text WHEN b."id" IS NOT NULL THEN 'BOOKED' ELSE 'OPEN' END AS "state",
    CASE WHEN r."status" = 'OPEN' THEN b."id" END AS "bookedId",
    CASE WHEN r."status" = 'OPEN' THEN b."startsAt" END AS "bookedStartsAt",
    CASE WHEN r."status" = 'OPEN' THEN b."status" = 'COMPLETED' END AS "isSeen"
  FROM "Recall" r LEFT JOIN LATERAL (
    SELECT a."id", a."startsAt", a."status" FROM "Appointment" a
    WHERE a."patientId" = r."patientId" AND a."doctorId" = r."doctorId"
      AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')
      AND "meets_recall"(r."month", r."createdAt", a."startsAt", a."createdAt")
    ORDER BY a."startsAt", a."id" LIMIT 1
  ) b ON true;

-- ───────────────────────────── row-level security ─────────────────────────────

-- As lib/domain/recalls/policy.ts says: the doctor who set it, and those who read the patient's record. Nothing is removed.
ALTER TABLE "RecallReason" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "reason_read" ON "RecallReason" FOR SELECT USING (EXISTS (
  SELECT FROM "Recall" r WHERE r."id" = "RecallReason"."id" AND (
    r."doctorId" = (SELECT "acting_doctor"()) OR r."patientId" = ANY ((SELECT "readable_patients"())::uuid[]))));
CREATE POLICY "reason_add" ON "RecallReason" FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM "Recall" r WHERE r."id" = "RecallReason"."id" AND r."doctorId" = (SELECT "acting_doctor"())));
CREATE POLICY "reason_change" ON "RecallReason" FOR UPDATE USING (EXISTS (
  SELECT FROM "Recall" r WHERE r."id" = "RecallReason"."id" AND r."status" = 'OPEN' AND r."doctorId" = (SELECT "acting_doctor"())));
CREATE POLICY "encrypt_read" ON "RecallReason" FOR SELECT USING (
  "id" = ANY ((SELECT "rows_to_encrypt"())::uuid[]) OR ("plainText" IS NOT NULL AND (SELECT "is_encrypting"())));
CREATE POLICY "encrypt_write" ON "RecallReason" FOR UPDATE USING ("id" = ANY ((SELECT "rows_to_encrypt"())::uuid[]))
  WITH CHECK ("plainText" IS NULL AND "encryptedText" IS NOT NULL);

-- ───────────────────────────── two records of one person ─────────────────────────────

INSERT INTO "PatientReference" ("tableName", "position", "handling", "owner") VALUES
  ('Recall', 67, 'FOLLOWS', '(SELECT a."patientId" FROM "Appointment" a WHERE a."id" = r."appointmentId")');
SELECT "cover_patient_references"();

-- ───────────────────────────── the audit trail and notifications ─────────────────────────────

-- lib/domain/audit/status.ts has the same list; a test compares them.
CREATE OR REPLACE FUNCTION "is_clinical"(action text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN split_part(action, '.', 1) IN ('encounter', 'addendum', 'observation', 'diagnosis', 'prescription', 'attachment', 'document',
    'allergy', 'condition', 'answers', 'conversation', 'recall-reason');

CREATE OR REPLACE FUNCTION "notification_kind"(type text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE split_part(type, '.', 1)
    WHEN 'appointment' THEN 'VISITS' WHEN 'conversation' THEN 'VISITS' WHEN 'answers' THEN 'VISITS' WHEN 'waitlist' THEN 'VISITS'
    WHEN 'recall' THEN 'VISITS'
    WHEN 'bed-booking' THEN 'STAYS' WHEN 'ambulance-booking' THEN 'STAYS'
    WHEN 'patient' THEN 'FAMILY' WHEN 'patient-access' THEN 'FAMILY' WHEN 'family-invitation' THEN 'FAMILY'
    WHEN 'encounter' THEN 'RECORDS' WHEN 'prescription' THEN 'RECORDS' WHEN 'record-grant' THEN 'RECORDS'
    WHEN 'record-link' THEN 'RECORDS' WHEN 'emergency-access' THEN 'RECORDS'
    ELSE 'OTHER' END;
