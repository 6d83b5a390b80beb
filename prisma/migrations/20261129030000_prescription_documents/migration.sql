-- The medicines of a signed visit as a document for a pharmacy, with the code by which anyone who holds it learns whether it is valid,
-- and nothing else.

CREATE TABLE "PrescriptionDocument" (
  "encounterId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  -- An HMAC of the code under the installation's key: who has only the database can neither read a code nor make one.
  "codeDigest" text NOT NULL,
  "sealedCode" text NOT NULL,
  "issuedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawnAt" timestamptz(3),
  "withdrawnReason" text NOT NULL DEFAULT '',
  CONSTRAINT "PrescriptionDocument_pkey" PRIMARY KEY ("encounterId"),
  CONSTRAINT "PrescriptionDocument_withdrawn" CHECK (("withdrawnAt" IS NULL) = ("withdrawnReason" = ''))
);
CREATE UNIQUE INDEX "PrescriptionDocument_codeDigest_key" ON "PrescriptionDocument" ("codeDigest");
CREATE INDEX "PrescriptionDocument_patientId_encounterId_idx" ON "PrescriptionDocument" ("patientId", "encounterId");

ALTER TABLE "PrescriptionDocument"
  ADD CONSTRAINT "PrescriptionDocument_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PrescriptionDocument_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PrescriptionDocument_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION "prescription_document_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
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
CREATE TRIGGER "PrescriptionDocument_guard" BEFORE INSERT OR UPDATE OR DELETE ON "PrescriptionDocument"
  FOR EACH ROW EXECUTE FUNCTION "prescription_document_guard"();

-- Read with its encounter, whose own policy applies within, and by who holds its code, for as long as is_prescription_valid asks; issued for whoever reads the patient's record and for the doctor who
-- prescribed (lib/domain/prescriptions/policy.ts).
ALTER TABLE "PrescriptionDocument" ENABLE ROW LEVEL SECURITY;
DO $$
DECLARE
  mine constant text := '"patientId" = ANY ((SELECT "readable_patients"())::uuid[]) OR "doctorId"::text = current_setting(''app.doctor'', true)';
BEGIN
  CREATE POLICY "document_read" ON "PrescriptionDocument" FOR SELECT USING (
    EXISTS (SELECT FROM "Encounter" e WHERE e."id" = "encounterId") OR "codeDigest" = current_setting('app.code', true));
  EXECUTE format('CREATE POLICY "document_issue" ON "PrescriptionDocument" FOR INSERT WITH CHECK (%s)', mine);
  EXECUTE format('CREATE POLICY "document_change" ON "PrescriptionDocument" FOR UPDATE USING (%s)', mine);
END $$;

-- Whoever holds a code has no account. It says yes or no.
CREATE FUNCTION "is_prescription_valid"(digest text) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  valid boolean;
BEGIN
  PERFORM set_config('app.code', digest, true);
  valid := EXISTS (SELECT FROM "PrescriptionDocument" d WHERE d."codeDigest" = digest AND d."withdrawnAt" IS NULL);
  PERFORM set_config('app.code', '', true);
  RETURN valid;
END $$;
