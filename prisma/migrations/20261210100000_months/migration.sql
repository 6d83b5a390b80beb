-- The audit trail and the events by month (docs/decisions/0076). What is there becomes their first part as it is: nothing is copied.
-- `npm run migrate` has made its index and checked its times before, while the site serves; on a database without much it is done here.

-- Parts stand in a schema of their own: they are reached through their table alone, with its rights.
CREATE SCHEMA "months";

CREATE TABLE "MonthlyPart" (
  "name" text NOT NULL,
  "tableName" text NOT NULL,
  "fromAt" timestamptz(3) NOT NULL,
  "untilAt" timestamptz(3) NOT NULL,
  "archivedAt" timestamptz(3),
  "file" text,
  "sha256" text,
  "bytes" bigint,
  "rows" bigint,
  "firstPosition" bigint,
  "lastPosition" bigint,
  "restoredAt" timestamptz(3),
  CONSTRAINT "MonthlyPart_pkey" PRIMARY KEY ("name"),
  CONSTRAINT "MonthlyPart_months" CHECK ("fromAt" < "untilAt"),
  CONSTRAINT "MonthlyPart_archive" CHECK (num_nonnulls("archivedAt", "file", "sha256", "bytes", "rows") IN (0, 5)),
  CONSTRAINT "MonthlyPart_apart" EXCLUDE USING gist ("tableName" WITH =, tstzrange("fromAt", "untilAt") WITH &&)
);
CREATE UNIQUE INDEX "MonthlyPart_tableName_fromAt_key" ON "MonthlyPart" ("tableName", "fromAt");

-- ───────────────────────────── both tables at once, for as long as renaming takes ─────────────────────────────

-- Waiting for a lock makes everyone behind wait, too: so it is given up after two seconds, and tried again.
DO $$
BEGIN
  FOR attempt IN 1..60 LOOP
    BEGIN
      PERFORM set_config('lock_timeout', '2s', true);
      LOCK TABLE "DomainEvent", "AuditEntry", "EventDelivery" IN ACCESS EXCLUSIVE MODE;
      PERFORM set_config('lock_timeout', '0', true);
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      IF attempt = 60 THEN RAISE; END IF;
      PERFORM pg_sleep(1);
    END;
  END LOOP;
END $$;

DO $$
DECLARE
  half regclass;
BEGIN
  FOR half IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relname IN ('AuditEntry_first_key', 'DomainEvent_first_key', 'DomainEvent_first_aggregate') AND NOT i.indisvalid
  LOOP
    EXECUTE format('DROP INDEX %s', half);
  END LOOP;
END $$;
CREATE UNIQUE INDEX IF NOT EXISTS "AuditEntry_first_key" ON "AuditEntry" ("position", "occurredAt");
CREATE UNIQUE INDEX IF NOT EXISTS "DomainEvent_first_key" ON "DomainEvent" ("position", "occurredAt");
CREATE INDEX IF NOT EXISTS "DomainEvent_first_aggregate" ON "DomainEvent" ("aggregateId", "sequence");

ALTER TABLE "AuditEntry" DROP CONSTRAINT "AuditEntry_pkey", ADD CONSTRAINT "AuditEntry_pkey" PRIMARY KEY USING INDEX "AuditEntry_first_key";
DROP TRIGGER "AuditEntry_stamp" ON "AuditEntry";
DROP TRIGGER "AuditEntry_append_only" ON "AuditEntry";
ALTER SEQUENCE "AuditEntry_position_seq" OWNED BY NONE;
ALTER TABLE "AuditEntry" RENAME TO "AuditEntry_first";
ALTER TABLE "AuditEntry_first" SET SCHEMA "months";

-- Its own id and number need no index: record_change() alone writes them, under the lock of AggregateSequence.
ALTER TABLE "DomainEvent" DROP CONSTRAINT "DomainEvent_pkey", ADD CONSTRAINT "DomainEvent_pkey" PRIMARY KEY USING INDEX "DomainEvent_first_key";
DROP INDEX "DomainEvent_id_key";
DROP INDEX "DomainEvent_aggregate_aggregateId_sequence_key";
ALTER SEQUENCE "DomainEvent_position_seq" OWNED BY NONE;
ALTER TABLE "DomainEvent" RENAME TO "DomainEvent_first";
ALTER TABLE "DomainEvent_first" SET SCHEMA "months";

-- ───────────────────────────── the tables by month ─────────────────────────────

CREATE TABLE "AuditEntry" (LIKE "months"."AuditEntry_first" INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY RANGE ("occurredAt");
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("position", "occurredAt");
-- Not checked for what was written before there were purposes.
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_clinical" CHECK (
  NOT "is_clinical"("action") OR ("patientId" IS NOT NULL AND "purpose" IS NOT NULL)) NOT VALID;
CREATE INDEX "AuditEntry_actorUserId_position_idx" ON "AuditEntry" ("actorUserId", "position");
CREATE INDEX "AuditEntry_patientId_position_idx" ON "AuditEntry" ("patientId", "position");
CREATE INDEX "AuditEntry_doctorId_position_idx" ON "AuditEntry" ("doctorId", "position");
CREATE INDEX "AuditEntry_hospitalId_position_idx" ON "AuditEntry" ("hospitalId", "position");
CREATE INDEX "AuditEntry_subject_subjectId_position_idx" ON "AuditEntry" ("subject", "subjectId", "position");
CREATE INDEX "AuditEntry_cluster_txid_position_idx" ON "AuditEntry" ("cluster", "txid", "position");
ALTER SEQUENCE "AuditEntry_position_seq" OWNED BY "AuditEntry"."position";

CREATE TABLE "DomainEvent" (LIKE "months"."DomainEvent_first" INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY RANGE ("occurredAt");
ALTER TABLE "DomainEvent" ADD CONSTRAINT "DomainEvent_pkey" PRIMARY KEY ("position", "occurredAt");
CREATE INDEX "DomainEvent_aggregateId_sequence_idx" ON "DomainEvent" ("aggregateId", "sequence");
ALTER SEQUENCE "DomainEvent_position_seq" OWNED BY "DomainEvent"."position";

-- What is still to be delivered says when it happened, so that its event is looked for in one month. now() is the same for both.
ALTER TABLE "EventDelivery" ADD COLUMN "occurredAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "EventDelivery" d SET "occurredAt" = e."occurredAt" FROM "months"."DomainEvent_first" e WHERE e."position" = d."position";

-- Until `npm run migrate` has given them, a little later: the same rights as before.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'caresync_app') THEN
    GRANT SELECT, INSERT ON "AuditEntry", "DomainEvent" TO caresync_app;
    GRANT SELECT ON "MonthlyPart" TO caresync_app;
    REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEntry", "DomainEvent" FROM caresync_app;
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "MonthlyPart" FROM caresync_app;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'caresync_backup') THEN
    GRANT USAGE ON SCHEMA "months" TO caresync_backup;
    GRANT SELECT ON "AuditEntry", "DomainEvent", "MonthlyPart" TO caresync_backup;
  END IF;
END $$;

-- Functions of a row of the audit trail are functions of this table's rows; a part's row is one, too.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['"audit_digest"("months"."AuditEntry_first")', '"audit_purpose"("months"."AuditEntry_first")']::regprocedure[] LOOP
    EXECUTE replace(pg_get_functiondef(f), 'months."AuditEntry_first"', '"AuditEntry"');
    EXECUTE format('DROP FUNCTION %s', f);
  END LOOP;
END $$;

-- An entry's time stays in the month that its transaction began in: PostgreSQL has chosen its part by then.
CREATE FUNCTION "audit_time"() RETURNS timestamptz LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  SELECT greatest(now()::timestamptz(3), least(clock_timestamp()::timestamptz(3),
    date_trunc('month', now()::timestamptz(3), 'UTC') + interval '1 month' - interval '1 millisecond'))
$$;
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('"audit_stamp"()'::regprocedure), ':= clock_timestamp();', ':= "audit_time"();');
END $$;

-- ───────────────────────────── their parts ─────────────────────────────

-- The first part reaches to the end of the next month, or to the day that was checked for.
DO $$
DECLARE
  t text;
  until timestamptz;
BEGIN
  PERFORM set_config('timezone', 'UTC', true);
  FOREACH t IN ARRAY ARRAY['AuditEntry', 'DomainEvent'] LOOP
    SELECT (regexp_match(pg_get_constraintdef(c.oid), '''([^'']+)'''))[1]::timestamptz INTO until FROM pg_constraint c
      WHERE c.conrelid = format('months.%I', t || '_first')::regclass AND c.conname = t || '_first_until' AND c.convalidated;
    until := coalesce(until, date_trunc('month', now()) + interval '2 months');
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION "months".%I FOR VALUES FROM (MINVALUE) TO (%L)', t, t || '_first', until);
    EXECUTE format('ALTER TABLE "months".%I DROP CONSTRAINT IF EXISTS %I', t || '_first', t || '_first_until');
    EXECUTE format('CREATE TABLE "months".%I PARTITION OF public.%I DEFAULT', t || '_rest', t);
    INSERT INTO "MonthlyPart" ("name", "tableName", "fromAt", "untilAt") VALUES (t || '_first', t, timestamptz '2000-01-01 00:00Z', until);
  END LOOP;
END $$;

CREATE TRIGGER "AuditEntry_stamp" BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "audit_stamp"();
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "months"."AuditEntry_rest" FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();

-- A part as its table has it; those of the audit trail can't be emptied either.
CREATE FUNCTION "add_part"(p_table text, p_from timestamptz, p_until timestamptz) RETURNS void LANGUAGE plpgsql
  SET search_path = public, pg_temp AS $$
DECLARE
  part text := p_table || to_char(p_from AT TIME ZONE 'UTC', '_YYYY_MM');
BEGIN
  EXECUTE format('CREATE TABLE "months".%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', part, p_table);
  IF p_table = 'AuditEntry' THEN
    EXECUTE format('CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "months".%I FOR EACH STATEMENT EXECUTE FUNCTION "append_only"()', part);
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'caresync_backup') THEN
    EXECUTE format('GRANT SELECT ON "months".%I TO caresync_backup', part);
  END IF;
  -- Unlike CREATE TABLE … PARTITION OF, this lets others read and write meanwhile.
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION "months".%I FOR VALUES FROM (%L) TO (%L)', p_table, part, p_from, p_until);
  INSERT INTO "MonthlyPart" ("name", "tableName", "fromAt", "untilAt") VALUES (part, p_table, p_from, p_until);
END $$;

-- Makes the parts of this month and so many after it, of each table that has none, and returns how many. What has come to the rest
-- meanwhile becomes a part as it is. One caller at a time; to the others, and while a long reader holds the rest, there is nothing to do.
CREATE FUNCTION "make_months"(p_lock bigint, p_ahead integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  this_month timestamptz := date_trunc('month', now(), 'UTC');
  t text;
  next_at timestamptz;
  has_rest boolean;
  made integer := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(p_lock) THEN RETURN 0; END IF;
  PERFORM set_config('lock_timeout', '500ms', true), set_config('timezone', 'UTC', true);
  FOR t, next_at IN SELECT "tableName", max("untilAt") FROM "MonthlyPart" GROUP BY 1 ORDER BY 1 LOOP
    -- All the months that were missed are one part.
    IF next_at <= this_month THEN
      EXECUTE format('SELECT EXISTS (SELECT FROM "months".%I)', t || '_rest') INTO has_rest;
      IF has_rest THEN
        PERFORM "keep_rest"(t, next_at, this_month + interval '1 month');
      ELSE
        PERFORM "add_part"(t, next_at, this_month + interval '1 month');
      END IF;
      next_at := this_month + interval '1 month';
      made := made + 1;
    END IF;
    WHILE next_at <= this_month + make_interval(months => least(p_ahead, 24)) LOOP
      PERFORM "add_part"(t, next_at, next_at + interval '1 month');
      next_at := next_at + interval '1 month';
      made := made + 1;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;

-- The rest becomes the part of these months, and an empty one takes its place.
CREATE FUNCTION "keep_rest"(p_table text, p_from timestamptz, p_until timestamptz) RETURNS void LANGUAGE plpgsql
  SET search_path = public, pg_temp AS $$
DECLARE
  rest text := p_table || '_rest';
  part text := p_table || to_char(p_from AT TIME ZONE 'UTC', '_YYYY_MM');
BEGIN
  EXECUTE format('ALTER TABLE public.%I DETACH PARTITION "months".%I', p_table, rest);
  EXECUTE format('ALTER TABLE "months".%I RENAME TO %I', rest, part);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION "months".%I FOR VALUES FROM (%L) TO (%L)', p_table, part, p_from, p_until);
  EXECUTE format('CREATE TABLE "months".%I PARTITION OF public.%I DEFAULT', rest, p_table);
  IF p_table = 'AuditEntry' THEN
    EXECUTE format('CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "months".%I FOR EACH STATEMENT EXECUTE FUNCTION "append_only"()', rest);
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'caresync_backup') THEN
    EXECUTE format('GRANT SELECT ON "months".%I TO caresync_backup', rest);
  END IF;
  INSERT INTO "MonthlyPart" ("name", "tableName", "fromAt", "untilAt") VALUES (part, p_table, p_from, p_until);
END $$;

SELECT "make_months"(4127006, 3);
