-- The state machines again, with what was taken by mistake and may be taken back: a check-in as long as nothing has
-- followed it, the others for half an hour (UNDO_MINUTES of the rules, and a minute for the way of a request).
CREATE OR REPLACE FUNCTION "appointment_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  soon CONSTANT timestamptz := clock_timestamp() - interval '31 minutes';
  back CONSTANT text := CASE WHEN OLD."checkedInAt" IS NULL THEN 'CONFIRMED' ELSE 'CHECKED_IN' END;
BEGIN
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'HELD' AND NEW."status" IN ('PENDING', 'CONFIRMED', 'EXPIRED', 'CANCELLED')) OR
    (OLD."status" = 'PENDING' AND NEW."status" IN ('CONFIRMED', 'DECLINED', 'EXPIRED', 'CANCELLED')) OR
    (OLD."status" = 'CONFIRMED' AND NEW."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'CANCELLED', 'NO_SHOW')) OR
    (OLD."status" = 'CHECKED_IN' AND NEW."status" IN ('IN_PROGRESS', 'NO_SHOW', 'LEFT', 'CONFIRMED')) OR
    (OLD."status" = 'IN_PROGRESS' AND NEW."status" = 'COMPLETED') OR
    (OLD."status" = 'IN_PROGRESS' AND NEW."status"::text = back AND OLD."startedAt" > soon) OR
    (OLD."status" IN ('NO_SHOW', 'LEFT') AND NEW."status"::text = back AND OLD."endedAt" > soon)
  ) THEN
    RAISE EXCEPTION 'an appointment cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of an appointment raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."status" = 'COMPLETED' AND OLD."status" <> 'COMPLETED' AND NOT EXISTS (
    SELECT 1 FROM "Encounter" e WHERE e."appointmentId" = NEW."id" AND e."status" = 'SIGNED'
  ) THEN
    RAISE EXCEPTION 'a visit is completed only with its encounter signed' USING ERRCODE = 'check_violation';
  END IF;
  -- What is signed stands: such a visit has been.
  IF OLD."status" = 'IN_PROGRESS' AND NEW."status" IN ('CONFIRMED', 'CHECKED_IN') AND EXISTS (
    SELECT 1 FROM "Encounter" e WHERE e."appointmentId" = NEW."id" AND e."status" = 'SIGNED'
  ) THEN
    RAISE EXCEPTION 'a visit whose encounter is signed has begun' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION "bed_booking_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'REQUESTED' AND NEW."status" IN ('RESERVED', 'DECLINED', 'CANCELLED', 'EXPIRED')) OR
    (OLD."status" = 'RESERVED' AND NEW."status" IN ('ADMITTED', 'DECLINED', 'CANCELLED', 'EXPIRED')) OR
    (OLD."status" = 'ADMITTED' AND NEW."status" = 'DISCHARGED') OR
    (OLD."status" = 'DISCHARGED' AND NEW."status" = 'ADMITTED' AND OLD."dischargedAt" > clock_timestamp() - interval '31 minutes')
  ) THEN
    RAISE EXCEPTION 'a bed booking cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of a bed booking raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
