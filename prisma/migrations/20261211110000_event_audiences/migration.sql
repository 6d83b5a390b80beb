-- Who hears of what a transaction has recorded: a page that joins its channels asks whether it has missed anything
-- (lib/platform/events/missed.ts). By its transaction it is told what the page has seen, in whatever order transactions end.
-- Rows are only added, and removed after an hour.
CREATE TABLE "EventAudience" (
    "txid" BIGINT NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    "position" BIGSERIAL NOT NULL,
    "audience" TEXT[],
    -- Not of the transaction's beginning: a long one is asked for just as long.
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "EventAudience_pkey" PRIMARY KEY ("txid", "position")
);
CREATE INDEX "EventAudience_recordedAt_idx" ON "EventAudience" USING brin ("recordedAt");

-- The same as before, and who hears of it.
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
    INSERT INTO "EventDelivery" ("position", "sink", "requestId") SELECT new_position, jsonb_array_elements_text(e->'sinks'), p_request;
  END LOOP;
  INSERT INTO "EventAudience" ("audience")
    SELECT array_agg(DISTINCT a) FROM jsonb_array_elements(p_events) AS r, jsonb_array_elements_text(r->'audience') AS a
    WHERE r->'sinks' ? 'channels' HAVING count(*) > 0;
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
