-- A hospital registers a patient: known there without an appointment, a stay or an ambulance call (docs/decisions/0078).

CREATE TABLE "Registration" (
  "id" uuid NOT NULL,
  "hospitalId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  -- The number the hospital's own records have for this person.
  "recordNumber" text,
  "email" citext,
  "language" text,
  "createdByUserId" uuid,
  "importId" uuid,
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Registration_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Registration_number_said" CHECK ("name_key"("recordNumber") <> '')
);
-- One number is one patient's. A merged record keeps the numbers of both, so a patient may have several.
CREATE UNIQUE INDEX "Registration_one_number" ON "Registration" ("hospitalId", "name_key"("recordNumber"));
CREATE INDEX "Registration_hospitalId_createdAt_id_idx" ON "Registration" ("hospitalId", "createdAt", "id");
CREATE INDEX "Registration_patientId_hospitalId_idx" ON "Registration" ("patientId", "hospitalId");
CREATE INDEX "Registration_importId_idx" ON "Registration" ("importId");

ALTER TABLE "Registration"
  ADD CONSTRAINT "Registration_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Registration_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Registration_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Registration_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whose it is changes by a merge alone.
CREATE TRIGGER "Registration_moves_whole" BEFORE UPDATE ON "Registration" FOR EACH ROW
  WHEN (NEW."patientId" <> OLD."patientId") EXECUTE FUNCTION "booking_moves_whole"();

INSERT INTO "PatientReference" ("tableName", "position", "handling") VALUES ('Registration', 9, 'MOVES');
SELECT "cover_patient_references"();

-- As before; and those who are registered. lib/domain/patients/policy.ts says the same.
CREATE OR REPLACE FUNCTION "is_known_at"(hospital uuid, patient uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Appointment" a WHERE a."patientId" = patient AND a."hospitalId" = hospital AND a."holdExpiresAt" IS NULL)
    OR EXISTS (SELECT FROM "BedBooking" b WHERE b."patientId" = patient AND b."hospitalId" = hospital)
    OR EXISTS (SELECT FROM "AmbulanceBooking" c WHERE c."patientId" = patient AND c."hospitalId" = hospital)
    OR EXISTS (SELECT FROM "Registration" r WHERE r."patientId" = patient AND r."hospitalId" = hospital)
$$;
