-- The steps of an appointment as APPOINTMENT_LIFE_CYCLE declares them: a hold only ever expires (booking makes a row of its
-- own), and someone who has left was checked in. The function is otherwise as 20261127060300_steps_back made it.
CREATE OR REPLACE FUNCTION "appointment_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  soon CONSTANT timestamptz := clock_timestamp() - interval '31 minutes';
  back CONSTANT text := CASE WHEN OLD."checkedInAt" IS NULL THEN 'CONFIRMED' ELSE 'CHECKED_IN' END;
BEGIN
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'HELD' AND NEW."status" = 'EXPIRED') OR
    (OLD."status" = 'PENDING' AND NEW."status" IN ('CONFIRMED', 'DECLINED', 'EXPIRED', 'CANCELLED')) OR
    (OLD."status" = 'CONFIRMED' AND NEW."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'CANCELLED', 'NO_SHOW')) OR
    (OLD."status" = 'CHECKED_IN' AND NEW."status" IN ('IN_PROGRESS', 'NO_SHOW', 'LEFT', 'CONFIRMED')) OR
    (OLD."status" = 'IN_PROGRESS' AND NEW."status" = 'COMPLETED') OR
    (OLD."status" = 'IN_PROGRESS' AND NEW."status"::text = back AND OLD."startedAt" > soon) OR
    (OLD."status" = 'NO_SHOW' AND NEW."status"::text = back AND OLD."endedAt" > soon) OR
    (OLD."status" = 'LEFT' AND NEW."status" = 'CHECKED_IN' AND OLD."endedAt" > soon)
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
