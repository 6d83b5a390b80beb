-- A ward, or some of its beds, is closed for a while: no bed of it is given to anyone, and none counts as free.
CREATE TYPE "WardClosureReason" AS ENUM ('CLEANING', 'WORKS', 'INFECTION_CONTROL', 'STAFFING', 'OTHER');

CREATE TABLE "WardClosure" (
  "id" uuid NOT NULL,
  "hospitalId" uuid NOT NULL,
  "wardId" uuid NOT NULL,
  "isWholeWard" boolean NOT NULL,
  "reason" "WardClosureReason" NOT NULL,
  "status" "DisruptionStatus" NOT NULL DEFAULT 'PREPARED',
  "startsAt" timestamptz(3) NOT NULL,
  "endsAt" timestamptz(3),
  "tellAt" timestamptz(3) NOT NULL,
  "begunAt" timestamptz(3),
  "announcedAt" timestamptz(3),
  "endedAt" timestamptz(3),
  "undoneAt" timestamptz(3),
  "createdByUserId" uuid,
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "WardClosure_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WardClosure_lasts" CHECK ("endsAt" > "startsAt"),
  CONSTRAINT "WardClosure_announced" CHECK (("announcedAt" IS NOT NULL) = ("status" IN ('ANNOUNCED', 'ENDED'))),
  CONSTRAINT "WardClosure_ended" CHECK (("endedAt" IS NOT NULL) = ("status" = 'ENDED')),
  CONSTRAINT "WardClosure_undone" CHECK (("undoneAt" IS NOT NULL) = ("status" = 'UNDONE')),
  -- A whole ward is closed once at a time.
  CONSTRAINT "WardClosure_one_at_a_time" EXCLUDE USING gist ("wardId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&)
    WHERE ("isWholeWard" AND "status" IN ('PREPARED', 'ANNOUNCED'))
);
CREATE UNIQUE INDEX "WardClosure_id_hospitalId_key" ON "WardClosure" ("id", "hospitalId");
CREATE INDEX "WardClosure_hospitalId_createdAt_id_idx" ON "WardClosure" ("hospitalId", "createdAt", "id");
CREATE INDEX "WardClosure_wardId_idx" ON "WardClosure" ("wardId");
CREATE INDEX "WardClosure_createdByUserId_idx" ON "WardClosure" ("createdByUserId");
-- The views, the board and the timer look among the few that last.
CREATE INDEX "WardClosure_live" ON "WardClosure" ("wardId", "startsAt") WHERE "status" IN ('PREPARED', 'ANNOUNCED');

-- The beds that are closed, where it isn't the whole ward.
CREATE TABLE "WardClosureBed" (
  "closureId" uuid NOT NULL,
  "hospitalId" uuid NOT NULL,
  "bedId" uuid NOT NULL,
  CONSTRAINT "WardClosureBed_pkey" PRIMARY KEY ("closureId", "bedId")
);
CREATE INDEX "WardClosureBed_bedId_idx" ON "WardClosureBed" ("bedId");

-- A reservation in a closed bed, and whether its patient was told.
CREATE TABLE "WardClosureStay" (
  "closureId" uuid NOT NULL,
  "bookingId" uuid NOT NULL,
  "bedId" uuid NOT NULL,
  "reach" text,
  "handledAt" timestamptz(3),
  CONSTRAINT "WardClosureStay_pkey" PRIMARY KEY ("closureId", "bookingId"),
  CONSTRAINT "WardClosureStay_reach" CHECK ("reach" IN ('EMAIL', 'NOTIFICATION', 'PHONE', 'NONE')),
  CONSTRAINT "WardClosureStay_handled" CHECK ("reach" IS NULL OR "handledAt" IS NOT NULL)
);
CREATE INDEX "WardClosureStay_bookingId_idx" ON "WardClosureStay" ("bookingId");
CREATE INDEX "WardClosureStay_waiting" ON "WardClosureStay" ("closureId") WHERE "handledAt" IS NULL;

ALTER TABLE "WardClosure"
  ADD CONSTRAINT "WardClosure_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WardClosure_wardId_hospitalId_fkey" FOREIGN KEY ("wardId", "hospitalId") REFERENCES "Ward" ("id", "hospitalId") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WardClosure_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "WardClosureBed"
  ADD CONSTRAINT "WardClosureBed_closureId_hospitalId_fkey" FOREIGN KEY ("closureId", "hospitalId") REFERENCES "WardClosure" ("id", "hospitalId") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "WardClosureBed_bedId_hospitalId_fkey" FOREIGN KEY ("bedId", "hospitalId") REFERENCES "Bed" ("id", "hospitalId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WardClosureStay"
  ADD CONSTRAINT "WardClosureStay_closureId_fkey" FOREIGN KEY ("closureId") REFERENCES "WardClosure" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "WardClosureStay_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "BedBooking" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── a closed bed is given to no one ─────────────────────────────

-- Whether a bed is closed at any moment of a period.
CREATE FUNCTION "bed_is_closed"("bed" uuid, "during" tstzrange) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM "Bed" b JOIN "WardClosure" c ON c."wardId" = b."wardId" AND c."isWholeWard"
    WHERE b."id" = "bed" AND c."status" IN ('PREPARED', 'ANNOUNCED') AND tstzrange(c."startsAt", c."endsAt") && "during"
  ) OR EXISTS (
    SELECT 1 FROM "WardClosureBed" x JOIN "WardClosure" c ON c."id" = x."closureId"
    WHERE x."bedId" = "bed" AND c."status" IN ('PREPARED', 'ANNOUNCED') AND tstzrange(c."startsAt", c."endsAt") && "during"
  )
$$;

-- From when until when a bed is needed: a reservation until it runs out at least; a stay without a planned end can begin
-- before a closing does, and so counts by its start alone.
CREATE FUNCTION "bed_needed"("startsAt" timestamptz, "endsAt" timestamptz, "reservedUntil" timestamptz, "at" timestamptz) RETURNS tstzrange
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN until > since THEN tstzrange(since, until) ELSE tstzrange(since, since, '[]') END
  FROM (SELECT GREATEST("startsAt", "at") AS since, GREATEST("endsAt", "reservedUntil") AS until) AS period
$$;

-- Everything that gives a bed holds the lock together with others; a closing holds it alone. So the later of the two
-- always sees the earlier one, and no order of them gives away a closed bed.
CREATE FUNCTION "bed_booking_open_bed"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF NEW."bedId" IS NULL OR NEW."status" NOT IN ('RESERVED', 'ADMITTED') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."bedId" = NEW."bedId" THEN
    -- A patient in the bed stays until staff move them, also after a discharge by mistake.
    IF NEW."status" = 'ADMITTED' AND OLD."status" IN ('ADMITTED', 'DISCHARGED') THEN
      RETURN NEW;
    END IF;
    -- A reservation that needs the bed no longer than before keeps it until staff give another.
    IF OLD."status" = 'RESERVED' AND NEW."status" = 'RESERVED'
      AND "bed_needed"(OLD."startsAt", OLD."endsAt", OLD."reservedUntil", moment)
        @> "bed_needed"(NEW."startsAt", NEW."endsAt", NEW."reservedUntil", moment) THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('ward-closures:' || NEW."hospitalId", 0));
  IF "bed_is_closed"(NEW."bedId", "bed_needed"(NEW."startsAt", NEW."endsAt",
    CASE WHEN NEW."status" = 'RESERVED' THEN NEW."reservedUntil" END, clock_timestamp())) THEN
    RAISE EXCEPTION 'the bed is closed' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'BedBooking_open_bed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "BedBooking_open_bed" BEFORE INSERT OR UPDATE ON "BedBooking"
  FOR EACH ROW EXECUTE FUNCTION "bed_booking_open_bed"();

-- ───────────────────────────── the steps ─────────────────────────────

CREATE FUNCTION "ward_closure_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ward-closures:' || NEW."hospitalId", 0));
  IF TG_OP = 'INSERT' THEN
    IF NEW."status" <> 'PREPARED' THEN
      RAISE EXCEPTION 'a closing begins before anyone is told' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'PREPARED' AND NEW."status" IN ('ANNOUNCED', 'UNDONE')) OR
    (OLD."status" = 'ANNOUNCED' AND NEW."status" = 'ENDED')
  ) THEN
    RAISE EXCEPTION 'a closing cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD."wardId", OLD."isWholeWard", OLD."startsAt") IS DISTINCT FROM (NEW."wardId", NEW."isWholeWard", NEW."startsAt") THEN
    RAISE EXCEPTION 'what is closed, and from when, stands' USING ERRCODE = 'check_violation';
  END IF;
  -- The account that closed it may go, without a step of its own.
  IF NEW."version" <> OLD."version" + 1 AND to_jsonb(NEW) - 'createdByUserId' <> to_jsonb(OLD) - 'createdByUserId' THEN
    RAISE EXCEPTION 'every change of a closing raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."status" = 'UNDONE' AND EXISTS (
    SELECT 1 FROM "WardClosureStay" s WHERE s."closureId" = NEW."id" AND s."handledAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'a closing is undone only while no one was told' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "WardClosure_guard" BEFORE INSERT OR UPDATE ON "WardClosure"
  FOR EACH ROW EXECUTE FUNCTION "ward_closure_guard"();

CREATE FUNCTION "ward_closure_bed_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ward-closures:' || NEW."hospitalId", 0));
  RETURN NEW;
END $$;
CREATE TRIGGER "WardClosureBed_guard" BEFORE INSERT OR UPDATE ON "WardClosureBed"
  FOR EACH ROW EXECUTE FUNCTION "ward_closure_bed_guard"();

CREATE FUNCTION "ward_closure_stay_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."handledAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a patient is told once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."handledAt" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "WardClosure" c WHERE c."id" = NEW."closureId" AND c."status" = 'ANNOUNCED' FOR SHARE
  ) THEN
    RAISE EXCEPTION 'patients are told of an announced closing' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "WardClosureStay_guard" BEFORE INSERT OR UPDATE ON "WardClosureStay"
  FOR EACH ROW EXECUTE FUNCTION "ward_closure_stay_guard"();

-- ───────────────────────────── the one definition of now ─────────────────────────────

-- By the clock alone: a closing begins and ends for every reader at its instant, whether or not a timer has run.
CREATE OR REPLACE VIEW "BedNow" WITH (security_invoker = true) AS
SELECT b."id", b."hospitalId", b."wardId", w."kind",
  CASE
    WHEN a."id" IS NOT NULL THEN 'OCCUPIED'
    WHEN EXISTS (SELECT 1 FROM "WardClosure" c WHERE c."wardId" = b."wardId" AND c."isWholeWard"
      AND c."status" IN ('PREPARED', 'ANNOUNCED') AND c."startsAt" <= now() AND (c."endsAt" IS NULL OR c."endsAt" > now()))
      OR EXISTS (SELECT 1 FROM "WardClosureBed" x JOIN "WardClosure" c ON c."id" = x."closureId" WHERE x."bedId" = b."id"
      AND c."status" IN ('PREPARED', 'ANNOUNCED') AND c."startsAt" <= now() AND (c."endsAt" IS NULL OR c."endsAt" > now())) THEN 'CLOSED'
    WHEN b."state" = 'OUT_OF_SERVICE' THEN 'OUT_OF_SERVICE'
    WHEN b."state" = 'CLEANING' THEN 'CLEANING'
    WHEN EXISTS (SELECT 1 FROM "BedBooking" r WHERE r."bedId" = b."id" AND r."status" = 'RESERVED' AND r."reservedUntil" > now()) THEN 'RESERVED'
    ELSE 'FREE'
  END AS "condition"
FROM "Bed" b
JOIN "Ward" w ON w."id" = b."wardId" AND w."removedAt" IS NULL
LEFT JOIN "BedBooking" a ON a."bedId" = b."id" AND a."status" = 'ADMITTED'
WHERE b."removedAt" IS NULL;
