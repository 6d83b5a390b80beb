-- Labels are compared by what they mean, and PostgreSQL has the last word on it: a key beside each, kept by itself.
ALTER TABLE "Department" ADD COLUMN "nameKey" TEXT GENERATED ALWAYS AS ("name_key"("name")) STORED;
ALTER TABLE "Ward" ADD COLUMN "nameKey" TEXT GENERATED ALWAYS AS ("name_key"("name")) STORED;
ALTER TABLE "Bed" ADD COLUMN "labelKey" TEXT GENERATED ALWAYS AS ("name_key"("label")) STORED;
ALTER TABLE "Ambulance" ADD COLUMN "registrationKey" TEXT GENERATED ALWAYS AS ("registration_key"("registration")) STORED;
ALTER TABLE "Specialty" ADD COLUMN "nameKey" TEXT GENERATED ALWAYS AS ("name_key"("name")) STORED;
ALTER TABLE "Service" ADD COLUMN "nameKey" TEXT GENERATED ALWAYS AS ("name_key"("name")) STORED;

DROP INDEX "Department_hospitalId_name_key";
DROP INDEX "Ward_one_name";
DROP INDEX "Bed_one_label";
DROP INDEX "Ambulance_one_registration";

-- Two that have meant the same until now stay two: the later one is called "Ward 7 (2)" from here on, where the people who
-- know them can see it and settle it. Nothing that refers to either is lost.
CREATE FUNCTION pg_temp.tell_apart(labelled text, scope text, label text, key text, most int, live text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  later record;
  called text;
  n int;
  is_taken boolean;
BEGIN
  FOR later IN EXECUTE format('SELECT "id", %1$s AS scope, %2$I AS label FROM (
      SELECT *, row_number() OVER (PARTITION BY %1$s, %3$I ORDER BY "id") AS nth FROM %4$I WHERE %5$s) t WHERE nth > 1 ORDER BY "id"',
      scope, label, key, labelled, live) LOOP
    n := 1;
    LOOP
      n := n + 1;
      called := left(later.label, most - length(n::text) - 3) || ' (' || n || ')';
      EXECUTE format('SELECT EXISTS (SELECT 1 FROM %1$I WHERE %2$s IS NOT DISTINCT FROM $1 AND %3$I = %4$I($2) AND %5$s)',
        labelled, scope, key, CASE WHEN key = 'registrationKey' THEN 'registration_key' ELSE 'name_key' END, live) INTO is_taken USING later.scope, called;
      EXIT WHEN NOT is_taken;
    END LOOP;
    EXECUTE format('UPDATE %I SET %I = $1 WHERE "id" = $2', labelled, label) USING called, later.id;
  END LOOP;
END $$;
SELECT pg_temp.tell_apart('Department', '"hospitalId"', 'name', 'nameKey', 80, 'true');
SELECT pg_temp.tell_apart('Ward', '"hospitalId"', 'name', 'nameKey', 80, '"removedAt" IS NULL');
SELECT pg_temp.tell_apart('Bed', '"wardId"', 'label', 'labelKey', 30, '"removedAt" IS NULL');
SELECT pg_temp.tell_apart('Ambulance', '"hospitalId"', 'registration', 'registrationKey', 20, '"removedAt" IS NULL');
SELECT pg_temp.tell_apart('Specialty', 'NULL::uuid', 'name', 'nameKey', 200, 'true');
SELECT pg_temp.tell_apart('Service', 'NULL::uuid', 'name', 'nameKey', 200, 'true');
DROP FUNCTION pg_temp.tell_apart(text, text, text, text, int, text);

CREATE UNIQUE INDEX "Department_hospitalId_nameKey_key" ON "Department" ("hospitalId", "nameKey");
CREATE UNIQUE INDEX "Ward_one_name" ON "Ward" ("hospitalId", "nameKey") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "Bed_one_label" ON "Bed" ("wardId", "labelKey") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "Ambulance_one_registration" ON "Ambulance" ("hospitalId", "registrationKey") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "Specialty_nameKey_key" ON "Specialty" ("nameKey");
CREATE UNIQUE INDEX "Service_nameKey_key" ON "Service" ("nameKey");
