-- What a visit finds and prescribes, beside its text: measurements, diagnoses, prescriptions, and what is added after it
-- was signed. Each belongs to an encounter, is read by whoever reads it, and never changes once it is signed.

CREATE TYPE "VitalKind" AS ENUM (
  'SYSTOLIC', 'DIASTOLIC', 'PULSE', 'TEMPERATURE', 'RESPIRATION', 'OXYGEN', 'WEIGHT', 'HEIGHT', 'GLUCOSE', 'PAIN'
);

CREATE TABLE "Observation" (
  "id" uuid NOT NULL,
  "encounterId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "kind" "VitalKind" NOT NULL,
  "value" numeric(6, 2) NOT NULL,
  "unit" text NOT NULL,
  CONSTRAINT "Observation_pkey" PRIMARY KEY ("id"),
  -- The units a kind is measured in, and what no living person measures.
  CONSTRAINT "Observation_possible" CHECK (CASE
    WHEN "kind" = 'SYSTOLIC' THEN "unit" = 'mmHg' AND "value" BETWEEN 40 AND 300
    WHEN "kind" = 'DIASTOLIC' THEN "unit" = 'mmHg' AND "value" BETWEEN 20 AND 200
    WHEN "kind" = 'PULSE' THEN "unit" = 'per min' AND "value" BETWEEN 20 AND 300
    WHEN "kind" = 'TEMPERATURE' THEN "unit" = '°C' AND "value" BETWEEN 25 AND 45 OR "unit" = '°F' AND "value" BETWEEN 77 AND 113
    WHEN "kind" = 'RESPIRATION' THEN "unit" = 'per min' AND "value" BETWEEN 4 AND 100
    WHEN "kind" = 'OXYGEN' THEN "unit" = '%' AND "value" BETWEEN 40 AND 100
    WHEN "kind" = 'WEIGHT' THEN "unit" = 'kg' AND "value" BETWEEN 0.3 AND 650 OR "unit" = 'lb' AND "value" BETWEEN 0.7 AND 1433
    WHEN "kind" = 'HEIGHT' THEN "unit" = 'cm' AND "value" BETWEEN 20 AND 260 OR "unit" = 'in' AND "value" BETWEEN 8 AND 102
    WHEN "kind" = 'GLUCOSE' THEN "unit" = 'mmol/L' AND "value" BETWEEN 0.5 AND 60 OR "unit" = 'mg/dL' AND "value" BETWEEN 9 AND 1081
    WHEN "kind" = 'PAIN' THEN "unit" = 'of 10' AND "value" BETWEEN 0 AND 10
  END)
);
CREATE UNIQUE INDEX "Observation_encounterId_kind_key" ON "Observation" ("encounterId", "kind");
CREATE INDEX "Observation_patientId_kind_encounterId_idx" ON "Observation" ("patientId", "kind", "encounterId");

CREATE TABLE "Diagnosis" (
  "id" uuid NOT NULL,
  "encounterId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  -- The first is the primary one.
  "position" smallint NOT NULL,
  "system" text NOT NULL,
  "version" text NOT NULL,
  "code" text NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "Diagnosis_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Diagnosis_lengths" CHECK (
    "system" IN ('ICD-10', 'ICD-10-CM') AND length("version") BETWEEN 1 AND 40
    AND length("code") BETWEEN 1 AND 16 AND length("name") BETWEEN 1 AND 400
  )
);
CREATE UNIQUE INDEX "Diagnosis_encounterId_position_key" ON "Diagnosis" ("encounterId", "position");
CREATE UNIQUE INDEX "Diagnosis_encounterId_system_code_key" ON "Diagnosis" ("encounterId", "system", "code");
CREATE INDEX "Diagnosis_patientId_encounterId_idx" ON "Diagnosis" ("patientId", "encounterId");

CREATE TABLE "Prescription" (
  "id" uuid NOT NULL,
  "encounterId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  "position" smallint NOT NULL,
  "drug" text NOT NULL,
  "strength" text NOT NULL DEFAULT '',
  "form" text NOT NULL DEFAULT '',
  "dose" text NOT NULL DEFAULT '',
  "route" text NOT NULL DEFAULT '',
  "frequency" text NOT NULL DEFAULT '',
  -- Null: until further notice.
  "days" smallint,
  "instructions" text NOT NULL DEFAULT '',
  CONSTRAINT "Prescription_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Prescription_lengths" CHECK (
    length("drug") BETWEEN 1 AND 200 AND length("strength") <= 60 AND length("form") <= 60 AND length("dose") <= 60
    AND length("route") <= 60 AND length("frequency") <= 120 AND length("instructions") <= 1000
  ),
  CONSTRAINT "Prescription_days" CHECK ("days" BETWEEN 1 AND 730)
);
CREATE UNIQUE INDEX "Prescription_encounterId_position_key" ON "Prescription" ("encounterId", "position");
CREATE INDEX "Prescription_patientId_id_idx" ON "Prescription" ("patientId", "id");
CREATE INDEX "Prescription_doctorId_id_idx" ON "Prescription" ("doctorId", "id");

CREATE TABLE "Addendum" (
  "id" uuid NOT NULL,
  "encounterId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  "text" text NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Addendum_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Addendum_text" CHECK (length("text") BETWEEN 1 AND 10000)
);
CREATE INDEX "Addendum_encounterId_id_idx" ON "Addendum" ("encounterId", "id");

ALTER TABLE "Observation"
  ADD CONSTRAINT "Observation_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Observation_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Diagnosis"
  ADD CONSTRAINT "Diagnosis_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Diagnosis_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Prescription"
  ADD CONSTRAINT "Prescription_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Prescription_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Prescription_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Addendum"
  ADD CONSTRAINT "Addendum_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Addendum_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Addendum_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── what is signed stands ─────────────────────────────

CREATE FUNCTION "clinical_part_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  part record;
  encounter record;
BEGIN
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
CREATE TRIGGER "Observation_guard" BEFORE INSERT OR UPDATE OR DELETE ON "Observation"
  FOR EACH ROW EXECUTE FUNCTION "clinical_part_guard"();
CREATE TRIGGER "Diagnosis_guard" BEFORE INSERT OR UPDATE OR DELETE ON "Diagnosis"
  FOR EACH ROW EXECUTE FUNCTION "clinical_part_guard"();
CREATE TRIGGER "Prescription_guard" BEFORE INSERT OR UPDATE OR DELETE ON "Prescription"
  FOR EACH ROW EXECUTE FUNCTION "clinical_part_guard"();
CREATE TRIGGER "Addendum_guard" BEFORE INSERT OR UPDATE OR DELETE ON "Addendum"
  FOR EACH ROW EXECUTE FUNCTION "clinical_part_guard"();

-- ───────────────────────────── row-level security ─────────────────────────────

-- Whether the acting doctor treats a patient: from the booking of a visit until 30 days after it.
CREATE FUNCTION "treats"(patient uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "Appointment" a
    WHERE a."patientId" = patient AND a."doctorId"::text = current_setting('app.doctor', true)
      AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')
      AND a."endsAt" > now() - interval '30 days'
  )
$$;

DROP POLICY "encounter_read" ON "Encounter";
CREATE POLICY "encounter_read" ON "Encounter" FOR SELECT USING (
  "doctorId"::text = current_setting('app.doctor', true)
  OR ("status" = 'SIGNED' AND (
    "patientId"::text = ANY (string_to_array(current_setting('app.patients', true), ',')) OR "treats"("patientId")
  ))
);

-- A part is read with its encounter, whose own policy applies within, and written by the doctor who writes that.
DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['Observation', 'Diagnosis', 'Prescription', 'Addendum'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('CREATE POLICY "part_read" ON %I FOR SELECT USING (
      EXISTS (SELECT FROM "Encounter" e WHERE e."id" = "encounterId"))', part);
    EXECUTE format('CREATE POLICY "part_write" ON %I FOR INSERT WITH CHECK (EXISTS (
      SELECT FROM "Encounter" e WHERE e."id" = "encounterId" AND e."doctorId"::text = current_setting(''app.doctor'', true)))', part);
    EXECUTE format('CREATE POLICY "part_remove" ON %I FOR DELETE USING (EXISTS (
      SELECT FROM "Encounter" e WHERE e."id" = "encounterId" AND e."doctorId"::text = current_setting(''app.doctor'', true)))', part);
  END LOOP;
END $$;
