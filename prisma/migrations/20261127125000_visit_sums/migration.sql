-- CreateTable
CREATE TABLE "VisitSum" (
    "hospitalId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "came" INTEGER NOT NULL DEFAULT 0,
    "missed" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "VisitSum_pkey" PRIMARY KEY ("hospitalId","startsAt")
);

-- AddForeignKey
ALTER TABLE "VisitSum" ADD CONSTRAINT "VisitSum_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── by hand ─────────────────────────────

ALTER TABLE "VisitSum" ADD CONSTRAINT "VisitSum_counts" CHECK ("came" >= 0 AND "missed" >= 0 AND "left" >= 0);

-- The sums of a year are read instead of its visits. They change in the transaction that changes a visit, by a trigger that
-- no statement passes by: nobody has to remember them, and they cannot drift. PostgreSQL makes no local times, so the sums are
-- of quarters of an hour in UTC; the application puts them together to the days and weeks of the hospital's calendar.
CREATE FUNCTION "add_visit"(p_hospital uuid, p_starts timestamptz, p_status "AppointmentStatus", p_by int) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  quarter timestamptz := date_bin('15 minutes', p_starts, '2000-01-01T00:00:00Z');
  d_came int := CASE WHEN p_status IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED') THEN p_by ELSE 0 END;
  d_missed int := CASE WHEN p_status = 'NO_SHOW' THEN p_by ELSE 0 END;
  d_left int := CASE WHEN p_status = 'LEFT' THEN p_by ELSE 0 END;
BEGIN
  IF p_hospital IS NULL OR (d_came = 0 AND d_missed = 0 AND d_left = 0) THEN RETURN; END IF;
  IF p_by > 0 THEN
    INSERT INTO "VisitSum" AS s ("hospitalId", "startsAt", "came", "missed", "left") VALUES (p_hospital, quarter, d_came, d_missed, d_left)
    ON CONFLICT ("hospitalId", "startsAt") DO UPDATE SET "came" = s."came" + d_came, "missed" = s."missed" + d_missed, "left" = s."left" + d_left;
  ELSE
    UPDATE "VisitSum" SET "came" = "came" + d_came, "missed" = "missed" + d_missed, "left" = "left" + d_left
    WHERE "hospitalId" = p_hospital AND "startsAt" = quarter;
  END IF;
END $$;

-- With its owner's rights: the application's role may read the sums and nothing else.
CREATE FUNCTION "sum_visit"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM "add_visit"(OLD."hospitalId", OLD."startsAt", OLD."status", -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM "add_visit"(NEW."hospitalId", NEW."startsAt", NEW."status", 1); END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION "add_visit"(uuid, timestamptz, "AppointmentStatus", int) FROM PUBLIC;

-- Bookings, moves and cancellations count nothing, and pay nothing.
CREATE TRIGGER "Appointment_sum_new" AFTER INSERT ON "Appointment" FOR EACH ROW
  WHEN (NEW."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT')) EXECUTE FUNCTION "sum_visit"();
CREATE TRIGGER "Appointment_sum_changed" AFTER UPDATE OF "status", "startsAt", "hospitalId" ON "Appointment" FOR EACH ROW
  WHEN ((OLD."status", OLD."startsAt", OLD."hospitalId") IS DISTINCT FROM (NEW."status", NEW."startsAt", NEW."hospitalId")
    AND (OLD."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT') OR NEW."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT')))
  EXECUTE FUNCTION "sum_visit"();
CREATE TRIGGER "Appointment_sum_gone" AFTER DELETE ON "Appointment" FOR EACH ROW
  WHEN (OLD."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT')) EXECUTE FUNCTION "sum_visit"();

-- What there is so far; also for rows that were loaded past the triggers.
CREATE FUNCTION "recount_visits"() RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM "VisitSum";
  INSERT INTO "VisitSum" ("hospitalId", "startsAt", "came", "missed", "left")
  SELECT a."hospitalId", date_bin('15 minutes', a."startsAt", '2000-01-01T00:00:00Z'),
    count(*) FILTER (WHERE a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')),
    count(*) FILTER (WHERE a."status" = 'NO_SHOW'), count(*) FILTER (WHERE a."status" = 'LEFT')
  FROM "Appointment" a
  WHERE a."hospitalId" IS NOT NULL AND a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT') GROUP BY 1, 2;
$$;
SELECT "recount_visits"();

-- How long patients waited is told by medians, which no sums give: they are read from an index alone.
CREATE INDEX "Appointment_waits" ON "Appointment" ("hospitalId", "startsAt", "checkedInAt", "startedAt")
  WHERE "checkedInAt" IS NOT NULL AND "startedAt" IS NOT NULL;
