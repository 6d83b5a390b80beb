-- An audit trail that shows what was done to it: entries carry the database's own time, server and transaction, each on
-- clinical data a patient and a purpose, and a chain of seals covers them in the order of their transactions.

CREATE TYPE "AuditPurpose" AS ENUM ('TREATMENT', 'PATIENT_REQUEST', 'PROXY', 'SHARED', 'EMERGENCY', 'OPERATIONS');

-- What is there already keeps server 0 and transaction 0, and is sealed first.
ALTER TABLE "AuditEntry"
  ADD COLUMN "purpose" "AuditPurpose",
  ADD COLUMN "cluster" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "txid" BIGINT NOT NULL DEFAULT 0;

CREATE INDEX "AuditEntry_cluster_txid_position_idx" ON "AuditEntry"("cluster", "txid", "position");
CREATE INDEX "AuditEntry_doctorId_position_idx" ON "AuditEntry"("doctorId", "position");

CREATE TABLE "AuditSeal" (
    "number" BIGINT NOT NULL,
    "cluster" BIGINT NOT NULL,
    "fromTxid" BIGINT NOT NULL,
    "toTxid" BIGINT NOT NULL,
    "toPosition" BIGINT NOT NULL,
    "nextTxid" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,
    "positions" BIGINT[],
    "digests" BYTEA NOT NULL,
    "previousHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("number")
);
CREATE UNIQUE INDEX "AuditSeal_previousHash_key" ON "AuditSeal"("previousHash");
CREATE INDEX "AuditSeal_cluster_number_idx" ON "AuditSeal"("cluster", "number");
ALTER TABLE "AuditSeal" ADD CONSTRAINT "AuditSeal_counts" CHECK (
  "count" > 0 AND "count" = cardinality("positions") AND octet_length("digests") = 32 * "count"
  AND octet_length("hash") = 32 AND octet_length("previousHash") = 32);

-- The server these rows were written on. Its transaction numbers order nothing on another one, such as the server that a
-- backup is restored on.
CREATE FUNCTION "audit_cluster"() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT system_identifier FROM pg_catalog.pg_control_system() $$;

-- Actions on clinical data, by the word before the dot. lib/domain/audit/status.ts has the same list; a test compares them.
CREATE FUNCTION "is_clinical"(action text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN split_part(action, '.', 1) IN ('encounter', 'addendum', 'observation', 'diagnosis', 'prescription', 'attachment', 'allergy', 'condition');

-- Not checked for what was written before there were purposes.
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_clinical" CHECK (
  NOT "is_clinical"("action") OR ("patientId" IS NOT NULL AND "purpose" IS NOT NULL)) NOT VALID;

-- Why someone acts on a record when the code doesn't say: their own, one they act for, or one they treat.
CREATE FUNCTION "audit_purpose"(actor uuid, patient uuid, doctor uuid) RETURNS "AuditPurpose" LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN actor IS NULL THEN 'OPERATIONS'
    WHEN EXISTS (SELECT 1 FROM "Doctor" d WHERE d."id" = doctor AND d."userId" = actor) THEN 'TREATMENT'
    ELSE (SELECT CASE a."relation" WHEN 'SELF' THEN 'PATIENT_REQUEST' ELSE 'PROXY' END FROM "PatientAccess" a
          WHERE a."userId" = actor AND a."patientId" = patient)
  END::"AuditPurpose"
$$;

-- The time, the server and the transaction are the database's; who acted is whom the transaction named.
CREATE FUNCTION "audit_stamp"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting text := current_setting('app.actor', true);
BEGIN
  IF coalesce(acting, '') = '' THEN
    RAISE EXCEPTION 'an audit entry needs a transaction that names who acts' USING ERRCODE = 'check_violation';
  END IF;
  -- What falls due during someone's transaction is the system's own doing, but never on clinical data.
  IF NEW."actorUserId"::text IS DISTINCT FROM (CASE WHEN acting IN ('system', 'session', 'token') THEN NULL ELSE acting END)
     AND (NEW."actorUserId" IS NOT NULL OR NEW."via" <> 'system' OR "is_clinical"(NEW."action")) THEN
    RAISE EXCEPTION 'an audit entry names another actor than its transaction' USING ERRCODE = 'check_violation';
  END IF;
  NEW."occurredAt" := clock_timestamp();
  NEW."cluster" := "audit_cluster"();
  NEW."txid" := pg_current_xact_id()::text::bigint;
  IF NEW."purpose" IS NULL AND "is_clinical"(NEW."action") THEN
    NEW."purpose" := "audit_purpose"(NEW."actorUserId", NEW."patientId", NEW."doctorId");
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AuditEntry_stamp" BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "audit_stamp"();

-- The application has no right to; this also stops the owner from doing it by mistake.
CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "AuditSeal_append_only" BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "AuditSeal_never_emptied" BEFORE TRUNCATE ON "AuditSeal" FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();

-- What an entry says, without its position: a seal binds one to the other. lib/domain/audit/statements.ts has the same.
CREATE FUNCTION "audit_digest"(e "AuditEntry") RETURNS bytea LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(e."action", e."subject", e."subjectId", e."actorUserId", e."via", e."requestId",
    e."patientId", e."doctorId", e."hospitalId", e."purpose", e."details", (extract(epoch FROM e."occurredAt") * 1000)::bigint,
    e."cluster", e."txid")::text, 'UTF8'))
$$;

-- Seals the next entries whose order can't change any more, p_limit at most, and returns how many. An entry is final once
-- no transaction up to its own is running: then nothing can be committed before it. Entries of another server, which came
-- with a restored backup, are all final. One caller at a time; to the others there is nothing to do.
CREATE FUNCTION "seal_audit"(p_lock bigint, p_limit integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  here bigint := "audit_cluster"();
  horizon bigint;
  unassigned bigint;
  server bigint;
  last "AuditSeal";
  done "AuditSeal";
  made "AuditSeal";
BEGIN
  IF NOT pg_try_advisory_xact_lock(p_lock) THEN RETURN 0; END IF;
  -- Before the entries are read, by a later snapshot: whatever is below it can be seen then.
  SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint INTO horizon, unassigned FROM pg_current_snapshot() s;
  SELECT * INTO last FROM "AuditSeal" ORDER BY "number" DESC LIMIT 1;
  FOR server IN
    WITH RECURSIVE c AS (
      SELECT min("cluster") AS v FROM "AuditEntry"
      UNION ALL SELECT (SELECT min(e."cluster") FROM "AuditEntry" e WHERE e."cluster" > c.v) FROM c WHERE c.v IS NOT NULL)
    SELECT v FROM c WHERE v IS NOT NULL ORDER BY v = here, v
  LOOP
    SELECT * INTO done FROM "AuditSeal" WHERE "cluster" = server ORDER BY "number" DESC LIMIT 1;
    SELECT (array_agg(x."txid" ORDER BY x."txid", x."position"))[1], max(x."txid"),
           (array_agg(x."position" ORDER BY x."txid" DESC, x."position" DESC))[1], count(*),
           array_agg(x."position" ORDER BY x."txid", x."position"),
           string_agg("audit_digest"(x."entry"), ''::bytea ORDER BY x."txid", x."position")
      INTO made."fromTxid", made."toTxid", made."toPosition", made."count", made."positions", made."digests"
      FROM (SELECT e AS "entry", e."txid", e."position" FROM "AuditEntry" e
            WHERE e."cluster" = server AND (e."txid", e."position") > (coalesce(done."toTxid", -1), coalesce(done."toPosition", 0))
              AND (server <> here OR e."txid" < horizon)
            ORDER BY e."txid", e."position" LIMIT p_limit) x;
    CONTINUE WHEN made."count" = 0;
    made."number" := coalesce(last."number", 0) + 1;
    made."cluster" := server;
    made."nextTxid" := CASE WHEN server = here THEN unassigned ELSE 0 END;
    made."previousHash" := coalesce(last."hash", decode(repeat('00', 32), 'hex'));
    made."sealedAt" := date_trunc('milliseconds', clock_timestamp());
    made."hash" := sha256(made."previousHash" || convert_to(concat_ws('|', made."number", made."cluster", made."fromTxid",
      made."toTxid", made."toPosition", made."nextTxid", (extract(epoch FROM made."sealedAt") * 1000)::bigint,
      array_to_string(made."positions", ',')), 'UTF8') || made."digests");
    INSERT INTO "AuditSeal" SELECT (made).*;
    RETURN made."count";
  END LOOP;
  RETURN 0;
END $$;

-- The same as before, and the purpose where the code knows it.
CREATE OR REPLACE FUNCTION "record_change"(
  p_actor uuid, p_via text, p_request text, p_audit jsonb, p_events jsonb
) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  e jsonb;
  next_sequence bigint;
  new_position bigint;
BEGIN
  FOR e IN SELECT jsonb_array_elements(p_events) LOOP
    INSERT INTO "AggregateSequence" AS s ("aggregate", "aggregateId", "last")
      VALUES (e->>'aggregate', (e->>'aggregateId')::uuid, 1)
      ON CONFLICT ("aggregate", "aggregateId") DO UPDATE SET "last" = s."last" + 1
      RETURNING "last" INTO next_sequence;
    INSERT INTO "DomainEvent" ("id", "type", "aggregate", "aggregateId", "sequence", "audience", "refs", "actorUserId")
      VALUES ((e->>'id')::uuid, e->>'type', e->>'aggregate', (e->>'aggregateId')::uuid, next_sequence,
        ARRAY(SELECT jsonb_array_elements_text(e->'audience')), e->'refs', p_actor)
      RETURNING "position" INTO new_position;
    INSERT INTO "EventDelivery" ("position", "sink") SELECT new_position, jsonb_array_elements_text(e->'sinks');
  END LOOP;
  IF p_audit IS NOT NULL THEN
    INSERT INTO "AuditEntry" ("action", "subject", "subjectId", "actorUserId", "via", "requestId", "patientId", "doctorId", "hospitalId", "purpose", "details")
      VALUES (p_audit->>'action', p_audit->>'subject', (p_audit->>'subjectId')::uuid, p_actor, p_via, p_request,
        (p_audit->>'patientId')::uuid, (p_audit->>'doctorId')::uuid, (p_audit->>'hospitalId')::uuid,
        (p_audit->>'purpose')::"AuditPurpose", COALESCE(p_audit->'details', '{}'));
  END IF;
  IF jsonb_array_length(p_events) > 0 THEN
    PERFORM pg_notify('caresync_events', '');
  END IF;
END $$;
