-- What a merge does with the tables that refer to a patient becomes rows, so that a new table adds its own instead of
-- repeating all of them: INSERT INTO "PatientReference" …; SELECT "cover_patient_references"().

CREATE TABLE "PatientReference" (
  "tableName" text NOT NULL,
  -- Parents stand before what follows them.
  "position" integer NOT NULL,
  "handling" text NOT NULL,
  "owner" text,
  CONSTRAINT "PatientReference_pkey" PRIMARY KEY ("tableName"),
  CONSTRAINT "PatientReference_handling" CHECK ("handling" IN ('MOVES', 'FOLLOWS', 'STAYS')),
  CONSTRAINT "PatientReference_owner" CHECK (("handling" = 'FOLLOWS') = ("owner" IS NOT NULL))
);
CREATE UNIQUE INDEX "PatientReference_position_key" ON "PatientReference" ("position");

INSERT INTO "PatientReference" ("tableName", "position", "handling", "owner")
  SELECT r."tableName", r."position", r."handling", r."owner" FROM "patient_references"() r;

CREATE OR REPLACE FUNCTION "patient_references"() RETURNS TABLE ("position" int, "tableName" text, "handling" text, "owner" text)
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT r."position", r."tableName", r."handling", r."owner" FROM "PatientReference" r
$$;
